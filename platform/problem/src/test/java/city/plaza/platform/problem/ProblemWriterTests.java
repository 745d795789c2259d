package city.plaza.platform.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import city.plaza.platform.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemWriterTests {

	private final ProblemWriter writer = new ProblemWriter(JsonMapper.shared());

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/bills"));

	@Test
	void writesOnlyTheMembersThatItHas() {
		assertThat(write(Problem.notFound())).isEqualTo("""
				{"type":"urn:plaza:problem:not-found","title":"Not Found","status":404,\
				"detail":"There is nothing at this address for you.","code":"not-found"}""");
	}

	@Test
	void writesAllOfThem() {
		this.exchange.getResponse().getHeaders().set(ProblemWriter.REQUEST_ID, "request-1");
		Problem problem = Problem.of(HttpStatus.CONFLICT, "taken", "Choose another.")
			.errors(List.of(new FieldError("name", "taken", "Choose another name.")));
		assertThat(write(problem)).isEqualTo("""
				{"type":"urn:plaza:problem:taken","title":"Conflict","status":409,"detail":"Choose another.",\
				"code":"taken","field":"name",\
				"errors":[{"field":"name","code":"taken","message":"Choose another name."}],\
				"requestId":"request-1"}""");
	}

	@Test
	void isReadByNobodyButWhoAsked() {
		byte[] body = write(Problem.malformed().field("Łódź \uD83D\uDE00")).getBytes(StandardCharsets.UTF_8);
		HttpHeaders headers = this.exchange.getResponse().getHeaders();
		assertThat(headers.getContentLength()).isEqualTo(body.length);
		assertThat(headers.getContentType()).hasToString("application/problem+json");
		assertThat(headers.getCacheControl()).isEqualTo("no-store");
		assertThat(headers.containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 1", "PT-5S, 1", "PT0.001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.001S, 2", "PT59.999S, 60",
			"PT1M, 60", "P1D, 86400" })
	void neverAsksToComeBackTooEarlyOrAtOnce(Duration wait, String seconds) {
		write(Problem.unavailable().retryAfter(wait));
		assertThat(this.exchange.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(seconds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nSet-Cookie: x=1", "\"},\"status\":200,\"x\":{\"", "</script><script>",
			"\u202Egnp.exe", "\u0000\u0001\u001F", "\u2028\u2029", "\uD83D\uDE00", "\\u0041" })
	void quotesWhateverAClientNamed(String evil) {
		ProblemBody read = JsonMapper.shared().readValue(write(Problem.malformed().field(evil)), ProblemBody.class);
		assertThat(read.field()).isEqualTo(evil);
		assertThat(read.status()).isEqualTo(400);
	}

	@Test
	void staysJsonWhereAClientNamedHalfACharacter() {
		assertThat(
				JsonMapper.shared().readTree(write(Problem.malformed().field("half \uD83D"))).path("code").asString())
			.isEqualTo("malformed-request");
	}

	private String write(Problem problem) {
		this.writer.write(this.exchange, problem).block();
		assertThat(this.exchange.getResponse().getStatusCode()).isEqualTo(problem.status());
		return this.exchange.getResponse().getBodyAsString().block();
	}

}

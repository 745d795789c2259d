package city.plaza.platform.problem;

import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProblemExceptionHandlerTests {

	private final ProblemExceptionHandler handler = new ProblemExceptionHandler(new ProblemWriter(JsonMapper.shared()));

	private final MockServerWebExchange exchange = MockServerWebExchange
		.from(MockServerHttpRequest.get("/bills?pin=4711"));

	@Test
	void changesNothingOfAResponseThatHasBegun() {
		this.exchange.getResponse().setComplete().block();
		IllegalStateException error = new IllegalStateException("too late");
		assertThatThrownBy(() -> this.handler.handle(this.exchange, error).block()).isSameAs(error);
		assertThat(this.exchange.getResponse().getStatusCode()).isNull();
	}

	@Test
	void keepsTheHeadersThatBelongToTheStatus() {
		assertThat(handle(new MethodNotAllowedException("PATCH", Set.of(HttpMethod.GET))).getHeaders()
			.get(HttpHeaders.ALLOW)).containsExactly("GET");
	}

	@Test
	void namesTheMediaTypesThatAreTaken() {
		assertThat(handle(
				new UnsupportedMediaTypeStatusException(MediaType.APPLICATION_XML, List.of(MediaType.APPLICATION_JSON)))
			.getHeaders()
			.getFirst(HttpHeaders.ACCEPT)).isEqualTo("application/json");
	}

	static Stream<Throwable> bugs() {
		return Stream.of(new NullPointerException("4711"), new StackOverflowError(), new IllegalStateException("4711"),
				new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED, "4711"),
				new ResponseStatusException(HttpStatus.INSUFFICIENT_STORAGE, "4711"));
	}

	@ParameterizedTest
	@MethodSource("bugs")
	void showsNothingOfABug(Throwable bug) {
		MockServerHttpResponse response = handle(bug);
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(response.getBodyAsString().block()).contains("\"internal-error\"").doesNotContain("4711");
	}

	@Test
	void asksToComeBackInAnOutageAndNamesNoHost() {
		MockServerHttpResponse response = handle(new IllegalStateException(new ConnectException("10.0.0.7:5432")));
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
		assertThat(response.getBodyAsString().block()).doesNotContain("10.0.0.7");
	}

	@Test
	void prefersTheProblemThatIsKnownToTheOutageBehindIt() {
		ProblemException busy = Problem.of(HttpStatus.CONFLICT, "taken", "Choose another.").asException();
		assertThat(handle(new IllegalStateException(busy)).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void writesAProblemEvenToAClientThatTakesNone() {
		MockServerHttpResponse response = handle(new NotAcceptableStatusException(List.of(MediaType.APPLICATION_PDF)));
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_ACCEPTABLE);
		assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private MockServerHttpResponse handle(Throwable error) {
		Mono<Void> handled = this.handler.handle(this.exchange, error);
		handled.block();
		return this.exchange.getResponse();
	}

}

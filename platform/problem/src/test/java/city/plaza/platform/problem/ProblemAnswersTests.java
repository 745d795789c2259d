package city.plaza.platform.problem;

import city.plaza.platform.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTests {

	@Autowired
	private WebTestClient http;

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"name\":}", "[]", "{\"name\":\"a\",\"name\":\"b\"}",
			"{\"name\":\"a\"} trailing", "\u0000", "{'name':'a'}", "{\"name\":\"a\"/**/}" })
	void refusesWhatCannotBeRead(String json) {
		assertThat(problem(post("/orders", json), 400, "malformed-request").field()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.5", "1.0", "\"100\"", "null", "1e400", "9223372036854775808" })
	void namesTheFieldThatCannotBeRead(String amount) {
		String json = "{\"name\":\"a\",\"money\":{\"amount\":" + amount + "}}";

		ProblemBody problem = problem(post("/orders", json), 400, "malformed-request");
		assertThat(problem.field()).isEqualTo("money.amount");
		assertThat(problem.detail()).isEqualTo(
				"The field money.amount could not be read. Check its type and form against the API description.");
	}

	@Test
	void refusesANumberLongerThanAnyNeeds() {
		problem(post("/anything", "{\"a\":" + "9".repeat(101) + "}"), 400, "malformed-request");
		post("/anything", "{\"a\":" + "9".repeat(100) + "}").expectStatus().isOk();
	}

	@Test
	void refusesJsonDeeperThanAnyNeeds() {
		problem(post("/anything", nested(33)), 400, "malformed-request");
		post("/anything", nested(32)).expectStatus().isOk();
	}

	@Test
	void refusesABodyLargerThanAllowed() {
		problem(post("/anything", "{\"a\":\"" + "x".repeat(65_536) + "\"}"), 413, "request-too-large");
		post("/anything", "{\"a\":\"" + "x".repeat(60_000) + "\"}").expectStatus().isOk();
	}

	@Test
	void namesEveryFieldAtFault() {
		ProblemBody problem = problem(post("/orders", "{\"name\":\" \",\"code\":\"1234\",\"money\":{\"amount\":0}}"),
				422, "invalid-request");
		assertThat(problem.errors()).extracting((error) -> error.field() + " " + error.code())
			.containsExactlyInAnyOrder("name required", "code wrong-length", "money.amount positive");
		assertThat(problem.field()).isNotEmpty();
	}

	@Test
	void namesAParameterOutOfBounds() {
		assertThat(problem(get("/pages?limit=101"), 422, "invalid-request").errors().getFirst())
			.extracting(FieldError::field, FieldError::code)
			.containsExactly("limit", "max");
	}

	@ParameterizedTest
	@CsvSource({ "/pages, limit", "/pages?limit=ten, limit", "/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f, asOf",
			"/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f?asOf=6/15/2021, asOf",
			"/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f?asOf=2021-02-30, asOf", "/headers, X-Needed" })
	void namesAParameterThatCannotBeRead(String uri, String field) {
		assertThat(problem(get(uri), 400, "malformed-request").field()).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/orders/none?asOf=2021-06-15", "/faults/wrapped" })
	void saysOneThingOfAllThatIsNotThere(String uri) {
		assertThat(problem(get(uri), 404, "not-found").detail()).isEqualTo("There is nothing at this address for you.");
	}

	@Test
	void saysWhichMethodsThereAre() {
		problem(this.http.delete().uri("/orders").exchange().expectHeader().valueEquals(HttpHeaders.ALLOW, "POST"), 405,
				"method-not-allowed");
	}

	@Test
	void refusesAnotherMediaType() {
		problem(this.http.post().uri("/orders").contentType(MediaType.APPLICATION_XML).bodyValue("<order/>").exchange(),
				415, "unsupported-media-type");
	}

	@Test
	void tellsAKnownProblemAsItIs() {
		ProblemBody problem = problem(get("/faults/problem"), 409, "already-linked");
		assertThat(problem)
			.isEqualTo(new ProblemBody("urn:plaza:problem:already-linked", "Conflict", 409, "It is linked already.",
					"already-linked", "number", problem.errors(), problem.values(), problem.requestId()));
		assertThat(problem.errors()).isNull();
	}

	@Test
	void roundsTheWaitUp() {
		get("/faults/later").expectStatus().isEqualTo(429).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "60");
	}

	@ParameterizedTest
	@ValueSource(strings = { "outage", "slow", "gateway-timeout" })
	void asksToTryAgainInAnOutage(String kind) {
		problem(get("/faults/" + kind).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5"), 503,
				"temporarily-unavailable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bug", "status" })
	void keepsABugToItselfAndTheLog(String kind, CapturedOutput output) {
		ProblemBody problem = problem(get("/faults/" + kind), 500, "internal-error");

		assertThat(problem.toString()).doesNotContain("SELECT").doesNotContain("Exception");
		assertThat(output).contains("GET /faults/" + kind + " failed").contains("SELECT secret");
	}

	@Test
	void logsNothingOfWhatIsTheClientsDoing(CapturedOutput output) {
		get("/faults/problem");
		post("/orders", "{\"name\":\"very private");
		assertThat(output).doesNotContain("very private").doesNotContain("already-linked");
	}

	private WebTestClient.ResponseSpec get(String uri) {
		return this.http.get().uri(uri).exchange();
	}

	private WebTestClient.ResponseSpec post(String uri, String json) {
		return this.http.post().uri(uri).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
	}

	private static ProblemBody problem(WebTestClient.ResponseSpec response, int status, String code) {
		ProblemBody body = response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.cacheControl(CacheControl.noStore())
			.expectBody(ProblemBody.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).isNotNull();
		assertThat(body.code()).isEqualTo(code);
		return body;
	}

	private static String nested(int depth) {
		return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
	}

}

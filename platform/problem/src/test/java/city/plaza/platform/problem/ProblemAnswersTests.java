package city.plaza.platform.problem;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

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
		assertProblem(post("/orders", json), 400, "malformed-request").jsonPath("$.field").doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.5", "1.0", "\"100\"", "null", "1e400", "9223372036854775808" })
	void namesTheFieldThatCannotBeRead(String amount) {
		String json = "{\"name\":\"a\",\"money\":{\"amount\":" + amount + "}}";

		assertProblem(post("/orders", json), 400, "malformed-request").jsonPath("$.field")
			.isEqualTo("money.amount")
			.jsonPath("$.detail")
			.isEqualTo(
					"The field money.amount could not be read. Check its type and form against the API description.");
	}

	@Test
	void refusesANumberLongerThanAnyNeeds() {
		assertProblem(post("/anything", "{\"a\":" + "9".repeat(101) + "}"), 400, "malformed-request");
		post("/anything", "{\"a\":" + "9".repeat(100) + "}").expectStatus().isOk();
	}

	@Test
	void refusesJsonDeeperThanAnyNeeds() {
		assertProblem(post("/anything", nested(33)), 400, "malformed-request");
		post("/anything", nested(32)).expectStatus().isOk();
	}

	@Test
	void refusesABodyLargerThanAllowed() {
		assertProblem(post("/anything", "{\"a\":\"" + "x".repeat(65_536) + "\"}"), 413, "request-too-large");
		post("/anything", "{\"a\":\"" + "x".repeat(60_000) + "\"}").expectStatus().isOk();
	}

	@Test
	void namesEveryFieldAtFault() {
		assertProblem(post("/orders", "{\"name\":\" \",\"code\":\"1234\",\"money\":{\"amount\":0}}"), 422,
				"invalid-request")
			.jsonPath("$.errors.length()")
			.isEqualTo(3)
			.jsonPath("$.errors[?(@.field=='name')].code")
			.isEqualTo("required")
			.jsonPath("$.errors[?(@.field=='code')].code")
			.isEqualTo("wrong-length")
			.jsonPath("$.errors[?(@.field=='money.amount')].code")
			.isEqualTo("positive")
			.jsonPath("$.field")
			.isNotEmpty();
	}

	@Test
	void namesAParameterOutOfBounds() {
		assertProblem(get("/pages?limit=101"), 422, "invalid-request").jsonPath("$.errors[0].field")
			.isEqualTo("limit")
			.jsonPath("$.errors[0].code")
			.isEqualTo("max");
	}

	@ParameterizedTest
	@CsvSource({ "/pages, limit", "/pages?limit=ten, limit", "/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f, asOf",
			"/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f?asOf=6/15/2021, asOf",
			"/orders/7b6f5b2c-3f0e-4b52-9d0f-1a2b3c4d5e6f?asOf=2021-02-30, asOf", "/headers, X-Needed" })
	void namesAParameterThatCannotBeRead(String uri, String field) {
		assertProblem(get(uri), 400, "malformed-request").jsonPath("$.field").isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/orders/none?asOf=2021-06-15", "/faults/wrapped" })
	void saysOneThingOfAllThatIsNotThere(String uri) {
		assertProblem(get(uri), 404, "not-found").jsonPath("$.detail")
			.isEqualTo("There is nothing at this address for you.");
	}

	@Test
	void saysWhichMethodsThereAre() {
		assertProblem(
				this.http.delete().uri("/orders").exchange().expectHeader().valueEquals(HttpHeaders.ALLOW, "POST"), 405,
				"method-not-allowed");
	}

	@Test
	void refusesAnotherMediaType() {
		assertProblem(
				this.http.post().uri("/orders").contentType(MediaType.APPLICATION_XML).bodyValue("<order/>").exchange(),
				415, "unsupported-media-type");
	}

	@Test
	void tellsAKnownProblemAsItIs() {
		assertProblem(get("/faults/problem"), 409, "already-linked").jsonPath("$.type")
			.isEqualTo("urn:plaza:problem:already-linked")
			.jsonPath("$.title")
			.isEqualTo("Conflict")
			.jsonPath("$.status")
			.isEqualTo(409)
			.jsonPath("$.detail")
			.isEqualTo("It is linked already.")
			.jsonPath("$.field")
			.isEqualTo("number")
			.jsonPath("$.errors")
			.doesNotExist();
	}

	@Test
	void roundsTheWaitUp() {
		get("/faults/later").expectStatus().isEqualTo(429).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "60");
	}

	@ParameterizedTest
	@ValueSource(strings = { "outage", "slow", "gateway-timeout" })
	void asksToTryAgainInAnOutage(String kind) {
		assertProblem(get("/faults/" + kind).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5"), 503,
				"temporarily-unavailable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bug", "status" })
	void keepsABugToItselfAndTheLog(String kind, CapturedOutput output) {
		byte[] answer = assertProblem(get("/faults/" + kind), 500, "internal-error").returnResult()
			.getResponseBodyContent();

		assertThat(answer).asString().doesNotContain("SELECT").doesNotContain("Exception");
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

	private static BodyContentSpec assertProblem(WebTestClient.ResponseSpec answer, int status, String code) {
		return answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.cacheControl(org.springframework.http.CacheControl.noStore())
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
	}

	private static String nested(int depth) {
		return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
	}

}

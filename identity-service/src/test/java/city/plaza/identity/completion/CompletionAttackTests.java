package city.plaza.identity.completion;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** What a registration has to withstand. */
@PlazaTest
class CompletionAttackTests {

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private Steps steps;

	@Test
	void submitsOnceHoweverOftenAtOnce() {
		Tokens pat = this.steps.newResident();
		this.steps.enterAll(pat);
		List<Integer> statuses = IdentityFixture.atOnce(12, (number) -> IdentityFixture.status(this.steps.submit(pat)));
		assertThat(statuses).containsOnly(200);
		this.steps.put("contact", pat, Steps.contact("email", "")).expectStatus().isOk();
		assertThat(this.steps.changes(pat, 2)).extracting((event) -> event.get("revision").asInt())
			.containsExactly(1, 2);
	}

	/** Each of them counts, in the order in which they came to be. */
	@Test
	void numbersChangesOfManyDevicesWithoutAGap() {
		Tokens pat = this.steps.newResident();
		this.steps.enterAll(pat);
		this.steps.submit(pat).expectStatus().isOk();
		IdentityFixture.atOnce(8, (number) -> IdentityFixture
			.status(this.steps.put("contact", pat, Steps.contact("phone", "312-555-010" + number))));
		List<JsonNode> changes = this.steps.changes(pat, 9);
		assertThat(changes).extracting((event) -> event.get("revision").asInt())
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 9).boxed().toList());
		assertThat(this.steps.registration(pat).get("contact").get("phone")).isEqualTo(changes.getLast().get("phone"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "acknowledgment", "contact", "address", "signature" })
	void cannotBeSubmittedWithoutAStep(String missing) {
		Tokens pat = this.steps.newResident();
		enterAllBut(missing, pat);
		JsonNode problem = IdentityFixture.json(this.steps.submit(pat).expectStatus().isEqualTo(409));
		assertThat(problem.get("code").asString()).isEqualTo("registration-incomplete");
		assertThat(problem.get("values").get(0).asString()).isEqualTo(missing);
	}

	@Test
	void isNobodysButTheCallers() {
		Tokens pat = this.steps.newResident();
		Tokens robin = this.steps.newResident();
		this.steps.enterAll(pat);
		this.steps.put("contact", robin, Steps.contact("email", "")).expectStatus().isOk();
		assertThat(this.steps.registration(pat).get("contact").get("preference").asString()).isEqualTo("text-message");
		assertThat(this.steps.registration(robin).get("address").isNull()).isTrue();
		assertThat(this.steps.registration(robin).get("drafts")).isEmpty();
	}

	@Test
	void isNoneOfStaffAndNoneOfUnknownCallers() {
		Tokens staff = IdentityFixture
			.tokens(this.fixture.signingIn("finance@fairhaven.example", "a till of many drawers")
				.expectStatus()
				.isCreated());
		for (String step : List.of("acknowledgment", "contact", "address", "signature",
				"registration/drafts/contact")) {
			Tokens nobody = new Tokens("x.y.z", "Bearer", 1, "", null);
			this.steps.put(step, nobody, "{}").expectStatus().isUnauthorized();
			String body = step.contains("drafts") ? "{\"fields\":{}}" : "{}";
			this.steps.put(step, staff, body).expectStatus().isNotFound();
		}
		this.steps.submit(staff).expectStatus().isNotFound();
		this.fixture.get(Steps.REGISTRATION, staff.accessToken()).expectStatus().isNotFound();
		JsonNode me = IdentityFixture.json(this.fixture.get("/api/v1/me", staff.accessToken()).expectStatus().isOk());
		assertThat(me.get("registration").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                                           | accepted required, version required, language unknown-choice
					{"accepted":false,"version":"2026-11","language":"en"}       | accepted required
					{"accepted":true,"version":" ","language":"xx"}              | version required, language unknown-choice
					""")
	void acceptsNoTextByHalf(String body, String errors) {
		Tokens pat = this.steps.newResident();
		assertThat(errors(this.steps.put("acknowledgment", pat, body))).isEqualTo(errors);
	}

	@Test
	void acceptsNoTextThatIsNotShown() {
		Tokens pat = this.steps.newResident();
		ResponseSpec refused = this.steps.put("acknowledgment", pat,
				"{\"accepted\":true,\"version\":\"2019-01\",\"language\":\"en\"}");
		assertThat(IdentityFixture.problem(refused.expectStatus().isEqualTo(409))).isEqualTo("acknowledgment-changed");
		assertThat(IdentityFixture.problem(this.steps.put("signature", pat, Steps.TYPED).expectStatus().isEqualTo(409)))
			.isEqualTo("acknowledgment-missing");
	}

	/** A picture, or anything else that is none of these numbers. */
	@ParameterizedTest
	@ValueSource(strings = { "\"data:image/png;base64,iVBORw0KGgo=\"", "{\"width\":600}",
			"{\"width\":600,\"height\":200,\"strokes\":\"<svg onload=alert(1)>\"}",
			"{\"width\":600,\"height\":200,\"strokes\":[[\"<script>\",1]]}",
			"{\"width\":600,\"height\":200,\"strokes\":[[1.5,2.5,1e9,4]]}",
			"{\"width\":600,\"height\":200,\"strokes\":[[1,2],null]}", "[[[[[[[[[1]]]]]]]]]" })
	void takesNoPictureForASignature(String drawing) {
		Tokens pat = this.steps.newResident();
		this.steps.accept(pat, "en").expectStatus().isOk();
		ResponseSpec refused = this.steps.put("signature", pat,
				"{\"name\":\"Pat\",\"method\":\"drawn\",\"drawing\":" + drawing + "}");
		assertThat(IdentityFixture.status(refused)).isIn(400, 422);
		assertThat(this.steps.registration(pat).get("signature").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 70_000, 5_000_000 })
	void takesNoBodyLargerThanASignature(int length) {
		Tokens pat = this.steps.newResident();
		String body = "{\"name\":\"Pat\",\"method\":\"drawn\",\"drawing\":\"" + "A".repeat(length) + "\"}";
		this.steps.put("signature", pat, body).expectStatus().isEqualTo(413);
	}

	@Test
	void limitsDrafts() {
		Tokens pat = this.steps.newResident();
		Map<String, String> many = IntStream.range(0, 13).boxed().collect(Collectors.toMap((n) -> "f" + n, (n) -> "x"));
		for (Map<String, String> fields : List.of(many, Map.of("a", "x".repeat(40_001)))) {
			ResponseSpec refused = draft(pat, "contact", fields);
			assertThat(IdentityFixture.problem(refused.expectStatus().isEqualTo(422))).isEqualTo("draft-too-large");
		}
		draft(pat, "contact", Map.of("a", "x\0")).expectStatus().isBadRequest();
		draft(pat, "payment", Map.of()).expectStatus().isNotFound();
		draft(pat, "contact", Map.of("a", "x".repeat(39_999))).expectStatus().isNoContent();
		this.steps.enterAll(pat);
		draft(pat, "contact", Map.of("a", "b")).expectStatus().isNoContent();
		this.steps.submit(pat).expectStatus().isOk();
		draft(pat, "contact", Map.of("a", "b")).expectStatus().isNoContent();
		assertThat(this.steps.registration(pat).get("drafts")).isEmpty();
	}

	private ResponseSpec draft(Tokens who, String step, Map<String, String> fields) {
		return this.steps.put("registration/drafts/" + step, who,
				JsonMapper.shared().writeValueAsString(Map.of("fields", fields)));
	}

	private void enterAllBut(String missing, Tokens who) {
		if (!missing.equals("acknowledgment")) {
			this.steps.accept(who, "en").expectStatus().isOk();
		}
		if (!missing.equals("contact")) {
			this.steps.put("contact", who, Steps.contact("email", "")).expectStatus().isOk();
		}
		if (!missing.equals("address")) {
			this.steps.put("address", who, Steps.ADDRESS).expectStatus().isOk();
		}
		if (!missing.equals("signature")) {
			this.steps.put("signature", who, Steps.TYPED);
		}
	}

	private static String errors(ResponseSpec response) {
		return IdentityFixture.body(response.expectStatus().isEqualTo(422), IdentityFixture.Refusal.class)
			.errors()
			.stream()
			.map((error) -> error.field() + " " + error.code())
			.collect(Collectors.joining(", "));
	}

}

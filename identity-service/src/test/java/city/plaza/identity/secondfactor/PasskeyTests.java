package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.secondfactor.passkey.TestPasskey;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class PasskeyTests {

	private static final String PASSKEYS = SecondFactorFixture.FACTORS + "/passkeys";

	private static final String ALONE = "/api/v1/sessions/passkey";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	private String token = "";

	private TestPasskey passkey;

	PasskeyTests() throws Exception {
		this.passkey = new TestPasskey();
	}

	@BeforeEach
	void aResidentWithAPasskey() throws Exception {
		this.token = this.identity.resident(this.email).accessToken();
		JsonNode added = IdentityFixture.json(adding(this.passkey.create(toAdd())).expectStatus().isOk());
		assertThat(added.get("recoveryCodes")).hasSize(10);
	}

	@Test
	void signsInAlone() throws Exception {
		JsonNode begun = begin();
		assertThat(begun.get("options").get("allowCredentials")).isEmpty();
		String signedIn = IdentityFixture
			.tokens(alone(begun, this.passkey.get(begun.get("options"))).expectStatus().isCreated())
			.accessToken();
		assertThat(this.identity.me(signedIn).email()).isEqualToIgnoringCase(this.email);
	}

	@Test
	void completesASignInThatThePasswordBegan() throws Exception {
		String pending = this.fixture.pending(this.email);
		JsonNode options = IdentityFixture
			.json(this.identity.post(SecondFactorFixture.COMPLETE + "/passkey/options", Map.of("pendingToken", pending))
				.expectStatus()
				.isOk());
		assertThat(options.get("allowCredentials")).hasSize(1);
		this.fixture.completing(Map.of("pendingToken", pending, "passkey", this.passkey.get(options)))
			.expectStatus()
			.isCreated();
	}

	/** What was signed for one purpose is worth nothing for another. */
	@Test
	void isGoodForItsPurposeOnly() throws Exception {
		JsonNode begun = begin();
		Map<String, Object> signed = this.passkey.get(begun.get("options"));
		this.fixture.completing(Map.of("pendingToken", this.fixture.pending(this.email), "passkey", signed))
			.expectStatus()
			.isEqualTo(422);
		this.fixture.posting("/api/v1/sessions/current/proof/passkey", this.token, Map.of("credential", signed))
			.expectStatus()
			.isEqualTo(422);
		alone(begun, signed).expectStatus().isCreated();
	}

	@Test
	void isGoodOnceHoweverParallel() throws Exception {
		JsonNode begun = begin();
		Map<String, Object> signed = this.passkey.get(begun.get("options"));
		assertThat(IdentityFixture.atOnce(8, (number) -> IdentityFixture.status(alone(begun, signed))))
			.containsOnlyOnce(201);
	}

	@Test
	void isGoodInTheBrowserThatAskedOnly() throws Exception {
		JsonNode others = begin();
		assertThat(IdentityFixture
			.problem(alone(others, this.passkey.get(begin().get("options"))).expectStatus().isEqualTo(422)))
			.isEqualTo("wrong-passkey");
	}

	@Test
	void expires() throws Exception {
		JsonNode begun = begin();
		Map<String, Object> signed = this.passkey.get(begun.get("options"));
		this.identity.clock().pass(Duration.ofMinutes(5));
		alone(begun, signed).expectStatus().isEqualTo(422);
	}

	static Stream<Arguments> tricks() {
		return Stream.of(trick("another origin", (passkey) -> passkey.origin = "https://evil.example"),
				trick("another port", (passkey) -> passkey.origin = "http://localhost:8081"),
				trick("another domain", (passkey) -> passkey.domain = "evil.example"),
				trick("an unverified user", (passkey) -> passkey.flags = 0x01),
				trick("an absent user", (passkey) -> passkey.flags = 0x04),
				trick("a counter that stands still", (passkey) -> passkey.count = 3));
	}

	private static Arguments trick(String name, Consumer<TestPasskey> change) {
		return Arguments.of(name, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("tricks")
	void refuses(String name, Consumer<TestPasskey> change) throws Exception {
		this.passkey.count = 3;
		JsonNode first = begin();
		alone(first, this.passkey.get(first.get("options"))).expectStatus().isCreated();
		change.accept(this.passkey);
		JsonNode begun = begin();
		alone(begun, this.passkey.get(begun.get("options"))).expectStatus().isEqualTo(422);
	}

	@Test
	void refusesWhatWasSignedForAnotherCeremonyOrWithAnotherKey() throws Exception {
		JsonNode begun = begin();
		alone(begun, this.passkey.get("webauthn.create", begun.get("options").get("challenge").asString()))
			.expectStatus()
			.isEqualTo(422);
		JsonNode again = begin();
		Map<String, Object> signed = new HashMap<>(this.passkey.get(again.get("options")));
		Map<String, Object> other = new TestPasskey().get(again.get("options"));
		signed.put("response", other.get("response"));
		alone(again, signed).expectStatus().isEqualTo(422);
		JsonNode unknown = begin();
		alone(unknown, new TestPasskey().get(unknown.get("options"))).expectStatus().isEqualTo(422);
		alone(begin(), Map.of("id", "x")).expectStatus().isEqualTo(422);
	}

	/** Of the algorithms that were offered only: no none, no SHA-1. */
	@Test
	void addsNoneOfAnotherAlgorithmOriginOrSession() throws Exception {
		for (int algorithm : List.of(-65535, -8, 0)) {
			TestPasskey other = new TestPasskey();
			other.algorithm = algorithm;
			adding(other.create(toAdd())).expectStatus().isEqualTo(422);
		}
		TestPasskey foreign = new TestPasskey();
		foreign.origin = "https://evil.example";
		adding(foreign.create(toAdd())).expectStatus().isEqualTo(422);
		String session = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		Map<String, Object> made = new TestPasskey().create(toAdd());
		this.fixture.posting(PASSKEYS, session, Map.of("name", "Phone", "credential", made))
			.expectStatus()
			.isEqualTo(422);
		assertThat(IdentityFixture.problem(adding(this.passkey.create(toAdd())).expectStatus().isEqualTo(422)))
			.isEqualTo("passkey-refused");
	}

	@Test
	void isListedProvesAndIsRemoved() throws Exception {
		this.identity.clock().pass(Duration.ofMinutes(4));
		JsonNode options = IdentityFixture
			.json(this.fixture.posting("/api/v1/sessions/current/proof/passkey/options", this.token, Map.of())
				.expectStatus()
				.isOk());
		this.fixture
			.posting("/api/v1/sessions/current/proof/passkey", this.token,
					Map.of("credential", this.passkey.get(options)))
			.expectStatus()
			.isNoContent();
		JsonNode listed = IdentityFixture
			.json(this.identity.get(SecondFactorFixture.FACTORS, this.token).expectStatus().isOk())
			.get("passkeys");
		assertThat(listed).hasSize(1);
		assertThat(listed.get(0).get("name").asString()).isEqualTo("Pat's phone");
		String id = listed.get(0).get("id").asString();
		String other = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		this.identity.delete(PASSKEYS + "/" + id, other).expectStatus().isNotFound();
		this.identity.delete(PASSKEYS + "/" + id, this.token).expectStatus().isNoContent();
		this.identity.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isCreated();
	}

	@Test
	void takesNoNameThatAMailCouldTurnIntoALink() throws Exception {
		this.fixture
			.posting(PASSKEYS, this.token,
					Map.of("name", "https://evil.example", "credential", new TestPasskey().create(toAdd())))
			.expectStatus()
			.isEqualTo(422);
	}

	private JsonNode toAdd() {
		return IdentityFixture
			.json(this.fixture.posting(PASSKEYS + "/options", this.token, Map.of()).expectStatus().isOk());
	}

	private ResponseSpec adding(Map<String, Object> credential) {
		return this.fixture.posting(PASSKEYS, this.token, Map.of("name", "Pat's phone", "credential", credential));
	}

	private JsonNode begin() {
		return IdentityFixture.json(this.identity.post(ALONE + "/options", Map.of()).expectStatus().isOk());
	}

	private ResponseSpec alone(JsonNode begun, Map<String, Object> credential) {
		return this.identity.post(ALONE, Map.of("handle", begun.get("handle").asString(), "credential", credential));
	}

}

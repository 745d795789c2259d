package city.plaza.identity.secondfactor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.secondfactor.passkey.TestPasskey;
import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A passkey that is added in the middle of the first sign-in. */
@PlazaTest
@TestPropertySource(properties = "plaza.identity.second-factor.required-of=everyone")
class RequiredPasskeyTests {

	private static final String OPTIONS = "/passkeys/options";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private DatabaseClient database;

	private String id = "";

	@BeforeEach
	void aResidentWithoutAFactor() {
		this.id = this.identity.me(this.identity.resident(this.email).accessToken()).id().toString();
	}

	@Test
	void isAddedAndSignsIn() throws Exception {
		JsonNode asked = IdentityFixture
			.json(this.identity.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isAccepted());
		assertThat(asked.get("methods")).extracting(JsonNode::asString).containsExactly("add-totp", "add-passkey");
		String pending = asked.get("pendingToken").asString();
		Map<String, Object> made = new TestPasskey().create(begin(pending));
		JsonNode added = IdentityFixture.json(adding(pending, " Pat's phone ", made).expectStatus().isCreated());
		assertThat(added.get("recoveryCodes")).hasSize(10);
		assertThat(this.identity.me(added.get("accessToken").asString()).email()).isEqualTo(this.email);
		assertThat(names(added.get("accessToken").asString())).containsExactly("Pat's phone");
		assertThat(this.identity.securityChange(this.id, "passkey-added").get("detail").asString())
			.isEqualTo("Pat's phone");
		assertThat(this.database.sql("select action from audit_entry where subject_id = :subject")
			.bind("subject", this.id)
			.map((row) -> row.get("action", String.class))
			.all()
			.collectList()
			.block()).containsOnlyOnce("second-factor-added");
		assertEnded(adding(pending, "Again", made));
	}

	@Test
	void isAddedInABrowser() throws Exception {
		String pending = this.fixture.pendingInBrowser(this.email);
		assertEnded(this.identity.post(SecondFactorFixture.COMPLETE + OPTIONS, Map.of("pendingToken", pending)));
		JsonNode options = IdentityFixture
			.json(this.identity.post(SecondFactorFixture.COMPLETE_BROWSER + OPTIONS, Map.of("pendingToken", pending))
				.expectStatus()
				.isOk());
		Map<String, Object> request = request(pending, "Laptop", new TestPasskey().create(options));
		assertEnded(this.fixture.completing(request));
		JsonNode added = IdentityFixture
			.json(this.identity.post(SecondFactorFixture.COMPLETE_BROWSER, request).expectStatus().isCreated());
		assertThat(added.get("sessionToken").asString()).isNotEmpty();
		assertThat(added.get("recoveryCodes")).hasSize(10);
	}

	@Test
	void isAddedOnceHoweverParallel() throws Exception {
		String pending = this.fixture.pending(this.email);
		Map<String, Object> made = new TestPasskey().create(begin(pending));
		List<Integer> responses = IdentityFixture.atOnce(4,
				(number) -> IdentityFixture.status(adding(pending, "Phone", made)));
		assertThat(responses).containsOnlyOnce(201);
		assertThat(responses).filteredOn((status) -> status == 401).hasSize(3);
		assertThat(passkeys()).isOne();
	}

	/** One of two devices that were signing in at once. */
	@Test
	void isAddedOnOneDeviceOnly() throws Exception {
		List<String> pending = List.of(this.fixture.pending(this.email), this.fixture.pending(this.email));
		List<Map<String, Object>> made = List.of(new TestPasskey().create(begin(pending.getFirst())),
				new TestPasskey().create(begin(pending.getLast())));
		assertThat(IdentityFixture.atOnce(2,
				(number) -> IdentityFixture.status(adding(pending.get(number), "Phone", made.get(number)))))
			.containsExactlyInAnyOrder(201, 401);
		assertThat(passkeys()).isOne();
	}

	@Test
	void isNotAddedToAnAccountThatHasAFactorByNow() throws Exception {
		String owners = this.fixture.pending(this.email);
		String others = this.fixture.pending(this.email);
		Map<String, Object> made = new TestPasskey().create(begin(others));
		adding(owners, "Phone", new TestPasskey().create(begin(owners))).expectStatus().isCreated();
		assertEnded(this.identity.post(SecondFactorFixture.COMPLETE + OPTIONS, Map.of("pendingToken", others)));
		assertEnded(adding(others, "Phone", made));
		assertThat(IdentityFixture
			.problem(adding(this.fixture.pending(this.email), "Phone", new TestPasskey().create(challenge(this.email)))
				.expectStatus()
				.isEqualTo(422)))
			.isEqualTo("wrong-second-factor");
		assertThat(passkeys()).isOne();
	}

	@Test
	void isNotAddedByWhatAnotherSignInAskedFor() throws Exception {
		String pending = this.fixture.pending(this.email);
		Map<String, Object> made = new TestPasskey().create(begin(this.fixture.pending(this.email)));
		assertThat(IdentityFixture.problem(adding(pending, "Phone", made).expectStatus().isEqualTo(422)))
			.isEqualTo("passkey-refused");
		assertThat(passkeys()).isZero();
		adding(pending, "Phone", new TestPasskey().create(begin(pending))).expectStatus().isCreated();
	}

	@Test
	void countsAWrongOneAsATry() throws Exception {
		String pending = this.fixture.pending(this.email);
		for (int number = 0; number < PendingSignIns.TRIES; number++) {
			TestPasskey foreign = new TestPasskey();
			foreign.origin = "https://evil.example";
			adding(pending, "Phone", foreign.create(begin(pending))).expectStatus().isEqualTo(422);
		}
		assertEnded(adding(pending, "Phone", new TestPasskey().create(challenge(this.email))));
		assertThat(passkeys()).isZero();
	}

	/** What is wrong with the name alone costs no try and no passkey. */
	@Test
	void needsANameThatAMailCanHold() throws Exception {
		String pending = this.fixture.pending(this.email);
		Map<String, Object> made = new TestPasskey().create(begin(pending));
		for (String name : Arrays.asList(null, " ", "x".repeat(101), "https://evil.example", "<b>", "")) {
			IdentityFixture.Refusal refusal = IdentityFixture
				.body(adding(pending, name, made).expectStatus().isEqualTo(422), IdentityFixture.Refusal.class);
			assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.field()).isEqualTo("newPasskey.name"))
				.satisfies((error) -> assertThat(error.code()).isIn("required", "too-long", "invalid-characters"));
		}
		this.fixture.completing(Map.of("pendingToken", pending, "newPasskey", Map.of("name", "Phone")))
			.expectStatus()
			.isEqualTo(422);
		assertThat(passkeys()).isZero();
		adding(pending, "Phone", made).expectStatus().isCreated();
	}

	@Test
	void isTheOnlyProof() throws Exception {
		String pending = this.fixture.pending(this.email);
		Map<String, Object> request = request(pending, "Phone", new TestPasskey().create(begin(pending)));
		request.put("totpCode", "123456");
		this.fixture.completing(request).expectStatus().isEqualTo(422);
		assertThat(passkeys()).isZero();
	}

	/** The passkey and the session come together or not at all. */
	@Test
	void isNotAddedWhereNoSessionOpens() throws Exception {
		String pending = this.fixture.pending(this.email);
		Map<String, Object> made = new TestPasskey().create(begin(pending));
		suspend("now()");
		assertEnded(adding(pending, "Phone", made));
		assertThat(passkeys()).isZero();
		suspend("null");
		adding(pending, "Phone", made).expectStatus().isCreated();
	}

	/** A member of staff by then: residents are not suspended. */
	private void suspend(String when) {
		this.database.sql("update account set kind = 'staff', suspended_at = " + when + " where id = cast(:id as uuid)")
			.bind("id", this.id)
			.then()
			.block();
	}

	private JsonNode begin(String pending) {
		return IdentityFixture
			.json(this.identity.post(SecondFactorFixture.COMPLETE + OPTIONS, Map.of("pendingToken", pending))
				.expectStatus()
				.isOk());
	}

	/** Of a sign-in of another account. */
	private JsonNode challenge(String email) {
		String other = "other." + email;
		this.identity.resident(other);
		return begin(this.fixture.pending(other));
	}

	private ResponseSpec adding(String pending, @Nullable String name, Map<String, Object> credential) {
		return this.fixture.completing(request(pending, name, credential));
	}

	private static Map<String, Object> request(String pending, @Nullable String name, Map<String, Object> credential) {
		Map<String, Object> passkey = new HashMap<>(Map.of("credential", credential));
		passkey.put("name", name);
		return new HashMap<>(Map.of("pendingToken", pending, "newPasskey", passkey));
	}

	private static void assertEnded(ResponseSpec response) {
		assertThat(IdentityFixture.problem(response.expectStatus().isUnauthorized()))
			.isEqualTo("pending-sign-in-ended");
	}

	private List<String> names(String token) {
		return IdentityFixture.json(this.identity.get(SecondFactorFixture.FACTORS, token).expectStatus().isOk())
			.get("passkeys")
			.valueStream()
			.map((passkey) -> passkey.get("name").asString())
			.toList();
	}

	private long passkeys() {
		return this.database.sql("select count(*) from passkey where account_id = cast(:id as uuid)")
			.bind("id", this.id)
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

}

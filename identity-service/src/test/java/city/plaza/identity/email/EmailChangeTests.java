package city.plaza.identity.email;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.method.SignInMethods;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class EmailChangeTests {

	private static final String CHANGES = "/api/v1/me/email-changes";

	private final String old = IdentityFixture.newEmail();

	private final String fresh = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	@Autowired
	private Seal seal;

	@Autowired
	private SignInMethods methods;

	@Autowired
	private DatabaseClient database;

	private IdentityFixture.Tokens own;

	private String account = "";

	@BeforeEach
	void signIn() {
		this.own = this.fixture.resident(this.old);
		this.account = this.fixture.me(this.own.accessToken()).id().toString();
	}

	@Test
	void changesItOnceTheNewAddressIsProved() {
		String browser = this.fixture.signInBrowser(this.old);
		String change = request(this.fresh);
		assertThat(this.fixture.me(this.own.accessToken()).email()).isEqualTo(this.old);
		confirming(change, this.fixture.codeOf(change)).expectStatus().isNoContent();
		assertThat(this.fixture.me(this.own.accessToken()).email()).isEqualTo(this.fresh);
		this.fixture.signingIn(this.old, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.fresh, IdentityFixture.PASSWORD).expectStatus().isCreated();
		this.fixture.swapping(browser).expectStatus().isUnauthorized();
		assertThat(this.fixture.securityChange(this.account, "email-changed").path("email").asString())
			.isEqualTo(this.fresh);
		assertThat(this.events
			.await(IdentityFixture.RESIDENTS, "ContactChanged",
					(body) -> body.path("residentId").asString().equals(this.account))
			.path("email")
			.asString()).isEqualTo(this.fresh);
	}

	@Test
	void letsTheOldAddressTakeItBackAndShutsWhoeverChangedItOut() {
		String change = request(this.fresh);
		confirming(change, this.fixture.codeOf(change)).expectStatus().isNoContent();
		JsonNode notice = notice(change);
		GoldenSamples.assertMatches("identity.security", EmailChangeNotice.TYPE, notice);
		assertThat(notice.path("email").asString()).isEqualTo(this.old);
		String token = this.seal.open(notice.path("sealedToken").asString(), change);
		List<Integer> statuses = IdentityFixture.atOnce(6, (number) -> IdentityFixture.status(undoing(token)));
		assertThat(statuses).filteredOn((status) -> status == 204).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status == 404).hasSize(5);
		this.fixture.get("/api/v1/me", this.own.accessToken()).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.old, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.fresh, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.fixture.securityChange(this.account, "email-restored");
		String reset = IdentityFixture.text(this.fixture.post("/api/v1/password-resets", Map.of("email", this.old)),
				"id");
		this.fixture.codeOf(reset);
	}

	/** A thief who only lost the password would come back by a way of their own. */
	@Test
	void leavesNoWayInThatSomeoneElseMayHaveAdded() {
		AccountId id = new AccountId(UUID.fromString(this.account));
		this.methods.addIfNew(id, new ProviderSubject("example", "https://id.example", this.account), null).block();
		this.database.sql("""
				insert into totp_key (id, account_id, sealed_key, created_at, confirmed_at)
				values (:id, :id, 'sealed', now(), now())
				""").bind("id", id.value()).then().block();
		String change = request(this.fresh);
		confirming(change, this.fixture.codeOf(change)).expectStatus().isNoContent();
		undoing(this.seal.open(notice(change).path("sealedToken").asString(), change)).expectStatus().isNoContent();
		assertThat(this.methods.of(id).block()).isEmpty();
		assertThat(this.database.sql("select id from totp_key where account_id = :id")
			.bind("id", id.value())
			.map((row) -> "left")
			.all()
			.collectList()
			.block()).isEmpty();
	}

	@Test
	void takesNothingBackWithATokenThatIsOldOrMadeUp() {
		String change = request(this.fresh);
		confirming(change, this.fixture.codeOf(change)).expectStatus().isNoContent();
		String token = this.seal.open(notice(change).path("sealedToken").asString(), change);
		undoing("guess").expectStatus().isNotFound();
		this.fixture.clock().pass(Duration.ofDays(14));
		undoing(token).expectStatus().isNotFound();
		this.fixture.signingIn(this.fresh, IdentityFixture.PASSWORD).expectStatus().isCreated();
	}

	/** Whether the new address has an account shows neither here nor later. */
	@Test
	void disclosesNobodyElsesAddress() {
		String other = IdentityFixture.newEmail();
		this.fixture.resident(other);
		String change = request(other);
		assertThat(this.fixture.mailsOf(change, 1).getFirst().type()).isEqualTo("KnownAddressRegistered");
		assertThat(IdentityFixture.problem(confirming(change, "00000000"))).isEqualTo("wrong-code");
		assertThat(this.fixture.me(this.own.accessToken()).email()).isEqualTo(this.old);
	}

	@Test
	void givesTheAddressToTheFirstOfTwo() {
		String change = request(this.fresh);
		String code = this.fixture.codeOf(change);
		this.fixture.resident(this.fresh);
		assertThat(IdentityFixture.problem(confirming(change, code))).isEqualTo("code-already-used");
		assertThat(this.fixture.me(this.own.accessToken()).email()).isEqualTo(this.old);
	}

	@Test
	void givesTheAddressToOneOfTwoWhoConfirmAtOnce() {
		IdentityFixture.Tokens other = this.fixture.resident(IdentityFixture.newEmail());
		String mine = request(this.fresh);
		String theirs = IdentityFixture
			.text(this.fixture.post(CHANGES, Map.of("email", this.fresh), other.accessToken(), "192.0.2.9")
				.expectStatus()
				.isAccepted(), "id");
		String myCode = this.fixture.codeOf(mine);
		String theirCode = this.fixture.codeOf(theirs);
		List<Integer> statuses = IdentityFixture.atOnce(2,
				(number) -> IdentityFixture.status((number == 0) ? confirming(mine, myCode)
						: this.fixture.post(CHANGES + "/" + theirs + "/confirmation", Map.of("code", theirCode),
								other.accessToken(), "192.0.2.9")));
		assertThat(statuses).containsExactlyInAnyOrder(204, 422);
	}

	@Test
	void keepsTheTokenGoodWhileAnotherAccountHasTheAddress() {
		String change = request(this.fresh);
		confirming(change, this.fixture.codeOf(change)).expectStatus().isNoContent();
		String token = this.seal.open(notice(change).path("sealedToken").asString(), change);
		IdentityFixture.Tokens other = this.fixture.resident(this.old);
		assertThat(IdentityFixture.problem(undoing(token).expectStatus().isEqualTo(409))).isEqualTo("email-taken");
		this.fixture.postAs("/api/v1/me/deletion", other.accessToken()).expectStatus().isNoContent();
		undoing(token).expectStatus().isNoContent();
	}

	@Test
	void isForTheHolderAlone() {
		String change = request(this.fresh);
		String code = this.fixture.codeOf(change);
		IdentityFixture.Tokens other = this.fixture.resident(IdentityFixture.newEmail());
		this.fixture
			.post(CHANGES + "/" + change + "/confirmation", Map.of("code", code), other.accessToken(), "192.0.2.1")
			.expectStatus()
			.isNotFound();
		this.fixture.postAs(CHANGES + "/" + change + "/codes", other.accessToken()).expectStatus().isNotFound();
		confirming(change, code).expectStatus().isNoContent();
	}

	@Test
	void needsAnotherAddress() {
		assertThat(refusals("x")).containsExactly("invalid-email");
		assertThat(refusals("")).containsExactly("required");
		assertThat(refusals(this.old.toUpperCase(Locale.ROOT))).containsExactly("same-email");
	}

	private List<String> refusals(String email) {
		return IdentityFixture.body(requesting(email), IdentityFixture.Refusal.class)
			.errors()
			.stream()
			.map(IdentityFixture.FieldError::code)
			.toList();
	}

	private String request(String email) {
		return IdentityFixture.text(requesting(email).expectStatus().isAccepted(), "id");
	}

	private ResponseSpec requesting(String email) {
		return this.fixture.post(CHANGES, Map.of("email", email), this.own.accessToken(),
				IdentityFixture.homeOf(this.old));
	}

	private ResponseSpec confirming(String change, String code) {
		return this.fixture.post(CHANGES + "/" + change + "/confirmation", Map.of("code", code), this.own.accessToken(),
				IdentityFixture.homeOf(this.old));
	}

	private ResponseSpec undoing(String token) {
		return this.fixture.post("/api/v1/email-change-undos", Map.of("token", token));
	}

	private JsonNode notice(String change) {
		return this.events.await("identity.security", EmailChangeNotice.TYPE,
				(body) -> body.path("changeId").asString().equals(change));
	}

}

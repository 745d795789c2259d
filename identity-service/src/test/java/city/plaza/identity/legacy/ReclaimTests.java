package city.plaza.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.completion.PrefillSteps;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A record comes back to whoever proves its address, once, however that happens. */
@PlazaTest
class ReclaimTests {

	private static final String REGISTRATION = "/api/v1/me/registration";

	@Autowired
	private LegacyFixture legacy;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private LegacyResidents residents;

	@Autowired
	private ReclaimLeft reclaimLeft;

	@Autowired
	private ImportTurns turns;

	@Autowired
	private PrefillSteps prefill;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Audit audit;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Transactions transactions;

	@Autowired
	private TestEvents events;

	@Autowired
	private Seal seal;

	@Autowired
	private Clock clock;

	private final String email = IdentityFixture.newEmail();

	@Test
	void comesBackWithTheCodeOfItsAddress() {
		this.legacy.has(LegacyFixture.row(this.email, "100235 100234"));
		String registration = this.identity.register(this.email.toUpperCase(Locale.ROOT));
		assertThat(this.legacy.isReclaimed(this.email)).as("before it is proved").isFalse();
		Tokens own = IdentityFixture.tokens(this.identity.confirming(registration, this.identity.codeOf(registration)));
		UUID id = this.identity.me(own.accessToken()).id();
		JsonNode event = this.legacy.reclaimed(id.toString());
		GoldenSamples.assertMatches(LegacyResidentReclaimed.TOPIC, LegacyResidentReclaimed.TYPE, event);
		assertThat(event.path("customerNumbers").values()).extracting(JsonNode::asString)
			.containsExactly("100234", "100235");
		assertThat(this.legacy.row(this.email)).containsEntry("account_id", id);
		assertThat(this.legacy.trail("legacy-resident-reclaimed", id.toString())).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("role", "resident").containsEntry("actor", id));
	}

	@Test
	void isReviewedInTheStepsOfTheRegistration() {
		this.legacy.has(LegacyFixture.row(this.email, "1"));
		JsonNode state = registration(this.identity.resident(this.email));
		assertThat(state.path("drafts").path("contact").path("phone").asString()).isEqualTo("(312) 555-0123");
		JsonNode address = state.path("drafts").path("address");
		assertThat(List.of("line1", "line2", "city", "state", "postalCode"))
			.extracting((field) -> address.path(field).asString())
			.containsExactly("125 Main St", "Apt 4", "Any Town", "IL", "62601");
		assertThat(state.path("contact").isNull()).as("in force only once it is accepted").isTrue();
		assertThat(state.path("address").isNull()).isTrue();
	}

	@Test
	void leavesNewcomersAlone() {
		Tokens own = this.identity.resident(this.email);
		assertThat(registration(own).path("drafts").isEmpty()).isTrue();
		assertThat(this.legacy.trail("legacy-resident-reclaimed", id(own))).isEmpty();
	}

	@Test
	void comesBackToTheAddressThatAnAccountChangesTo() {
		this.legacy.has(LegacyFixture.row(this.email, "7"));
		Tokens own = this.identity.resident(IdentityFixture.newEmail());
		changeEmail(own, this.email);
		assertThat(this.legacy.reclaimed(id(own)).path("customerNumbers").get(0).asString()).isEqualTo("7");
	}

	@Test
	void comesBackToTheAddressThatAnEmailChangeIsTakenBackTo() {
		Tokens own = this.identity.resident(this.email);
		String account = id(own);
		String change = changeEmail(own, IdentityFixture.newEmail());
		this.legacy.has(LegacyFixture.row(this.email, "11"));
		assertThat(this.legacy.isReclaimed(this.email)).as("nobody has the address now").isFalse();
		JsonNode notice = this.events.await("identity.security", "EmailChangeNoticeRequested",
				(body) -> body.path("changeId").asString().equals(change));
		String token = this.seal.open(notice.path("sealedToken").asString(), change);
		this.identity.post("/api/v1/email-change-undos", Map.of("token", token)).expectStatus().isNoContent();
		assertThat(this.legacy.reclaimed(account).path("customerNumbers").get(0).asString()).isEqualTo("11");
		assertThat(this.legacy.timesReclaimed(account)).isOne();
	}

	@Test
	void comesBackWithAnImportThatIsLaterThanTheAccount() {
		Tokens own = this.identity.resident(this.email);
		this.identity
			.put("/api/v1/me/registration/drafts/address", own.accessToken(), "{\"fields\":{\"line1\":\"9 Own St\"}}")
			.expectStatus()
			.isNoContent();
		this.legacy.has(LegacyFixture.row(this.email, "8"));
		assertThat(this.legacy.row(this.email)).containsEntry("account_id", UUID.fromString(id(own)));
		this.legacy.has(LegacyFixture.row(this.email, "8 9"));
		assertThat(this.legacy.timesReclaimed(id(own))).isOne();
		JsonNode drafts = registration(own).path("drafts");
		assertThat(drafts.path("address").path("line1").asString()).as("what was typed stays").isEqualTo("9 Own St");
		assertThat(drafts.path("contact").path("phone").asString()).isEqualTo("(312) 555-0123");
		assertThat(this.legacy.trail("legacy-resident-reclaimed", id(own))).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("role", "system"));
	}

	@Test
	void waitsForTheCutOverAndComesBackOnThatDay() {
		Tokens own = this.identity.resident(this.email);
		Account account = this.accounts.of(new AccountId(UUID.fromString(id(own)))).block();
		storeAsBeforeTheCutOver();
		CutOver before = new CutOver(new LegacySettings(LocalDate.of(2999, 1, 1)), ZoneId.of("America/Chicago"),
				this.clock);
		ReclaimRecord early = new ReclaimRecord(before, this.turns, this.residents, this.prefill, this.outbox,
				this.audit, this.clock);
		this.transactions.inOne(early.by(account, account.email())).block();
		new ReclaimLeft(before, this.residents, this.accounts, early, this.turns, this.transactions).reclaim().block();
		assertThat(this.legacy.isReclaimed(this.email)).isFalse();
		this.reclaimLeft.reclaim().block();
		this.reclaimLeft.reclaim().block();
		assertThat(this.legacy.row(this.email)).containsEntry("account_id", account.id().value());
		assertThat(this.legacy.timesReclaimed(id(own))).isOne();
	}

	@Test
	void isNothingForStaff() {
		String email = "finance@fairhaven.example";
		this.legacy.has(LegacyFixture.row(email, "5"));
		this.reclaimLeft.reclaim().block();
		assertThat(this.legacy.isReclaimed(email)).isFalse();
	}

	@Test
	void comesBackOnceWhereSeveralRegistrationsOfTheAddressAreConfirmedAtOnce() {
		this.legacy.has(LegacyFixture.row(this.email, "3"));
		List<String> registrations = List.of(this.identity.register(this.email), this.identity.register(this.email));
		List<String> codes = registrations.stream().map(this.identity::codeOf).toList();
		List<Integer> statuses = IdentityFixture.atOnce(4, (number) -> IdentityFixture
			.status(this.identity.confirming(registrations.get(number % 2), codes.get(number % 2))));
		assertThat(statuses).filteredOn((status) -> status == 201).hasSize(1);
		String id = this.legacy.row(this.email).get("account_id").toString();
		assertThat(this.legacy.timesReclaimed(id)).isOne();
		assertThat(this.legacy.trail("legacy-resident-reclaimed", id)).hasSize(1);
	}

	/** Neither sees what the other has not committed. */
	@RepeatedTest(8)
	void comesBackOnceWhereTheAddressIsProvedWhileItIsImported() {
		String finance = this.legacy.finance();
		String file = LegacyFixture.file(LegacyFixture.row(this.email, "4"));
		String registration = this.identity.register(this.email);
		String code = this.identity.codeOf(registration);
		List<Integer> statuses = IdentityFixture.atOnce(3, (number) -> IdentityFixture.status(
				(number == 1) ? this.identity.confirming(registration, code) : this.legacy.importing(finance, file)));
		assertThat(statuses).containsExactly(200, 201, 200);
		String id = String.valueOf(this.legacy.row(this.email).get("account_id"));
		assertThat(this.legacy.trail("legacy-resident-reclaimed", id)).hasSize(1);
		assertThat(this.legacy.timesReclaimed(id)).isOne();
	}

	@Test
	void goesWithTheAccount() {
		this.legacy.has(LegacyFixture.row(this.email, "6"));
		Tokens own = this.identity.resident(this.email);
		delete(own);
		assertThat(this.legacy.row(this.email)).isEmpty();
	}

	@Test
	void goesWithAnAccountThatHadItsAddressAndHadNotReclaimedIt() {
		Tokens own = this.identity.resident(this.email);
		storeAsBeforeTheCutOver();
		delete(own);
		assertThat(this.legacy.row(this.email)).isEmpty();
	}

	/** Of an address that is on file and one that is not, everything reads the same. */
	@Test
	void disclosesToNobodyWhichAddressesAreKnown() {
		this.legacy.has(LegacyFixture.row(this.email, "1"));
		String other = IdentityFixture.newEmail();
		assertThat(shape(this.identity.registering(this.email, IdentityFixture.PASSWORD)))
			.isEqualTo(shape(this.identity.registering(other, IdentityFixture.PASSWORD)));
		assertThat(shape(this.identity.signingIn(this.email, IdentityFixture.PASSWORD)))
			.isEqualTo(shape(this.identity.signingIn(other, IdentityFixture.PASSWORD)));
		assertThat(shape(this.identity.post("/api/v1/password-resets", Map.of("email", this.email))))
			.isEqualTo(shape(this.identity.post("/api/v1/password-resets", Map.of("email", other))));
	}

	@Test
	void showsEverybodyWhenItBegins() {
		JsonNode cutOver = IdentityFixture
			.json(this.identity.get("/api/v1/registrations/legacy").expectStatus().isOk());
		assertThat(cutOver.path("cutOver").asString()).isEqualTo("2024-06-28");
		assertThat(cutOver.path("begun").asBoolean()).isTrue();
	}

	/** An import looks for accounts only from the cut-over on. */
	private void storeAsBeforeTheCutOver() {
		LegacyFile.Outcome.Read read = (LegacyFile.Outcome.Read) LegacyFile
			.read(LegacyFixture.file(LegacyFixture.row(this.email, "5")).getBytes(StandardCharsets.UTF_8));
		this.transactions.inOne(this.residents.store(read.file().people(), this.clock.instant())).block();
	}

	private String changeEmail(Tokens own, String to) {
		String change = IdentityFixture
			.text(this.identity.post("/api/v1/me/email-changes", Map.of("email", to), own.accessToken(), "192.0.2.7")
				.expectStatus()
				.isAccepted(), "id");
		this.identity
			.post("/api/v1/me/email-changes/" + change + "/confirmation", Map.of("code", this.identity.codeOf(change)),
					own.accessToken(), "192.0.2.7")
			.expectStatus()
			.isNoContent();
		return change;
	}

	private void delete(Tokens own) {
		this.identity.postAs("/api/v1/me/deletion", own.accessToken()).expectStatus().isNoContent();
	}

	private String id(Tokens own) {
		return this.identity.me(own.accessToken()).id().toString();
	}

	private JsonNode registration(Tokens own) {
		return IdentityFixture.json(this.identity.get(REGISTRATION, own.accessToken()).expectStatus().isOk());
	}

	/** Without what differs from one request to the next. */
	private static String shape(ResponseSpec response) {
		var result = response.expectBody(String.class).returnResult();
		return result.getStatus() + String.valueOf(result.getResponseBody())
			.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\"(traceId|instance)\":\"[^\"]*\"",
					"_");
	}

}

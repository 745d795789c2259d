package city.plaza.identity.completion;

import java.util.List;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.profile.PublishContact;
import city.plaza.platform.database.Columns;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A registration from its first step to the event that puts it in force. */
@PlazaTest
class CompletionTests {

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private Steps steps;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PublishContact publish;

	@Autowired
	private Transactions transactions;

	private Tokens pat;

	@BeforeEach
	void register() {
		this.pat = this.steps.newResident();
	}

	@Test
	void leadsFromStepToStepAndPublishesOnceAtTheEnd() {
		assertThat(me("registration").get("nextStep").asString()).isEqualTo("acknowledgment");
		assertThat(next("acknowledgment", "en")).isEqualTo("contact");
		assertThat(next("contact", Steps.contact("text-message", "312.555.0123"))).isEqualTo("address");
		assertThat(next("address", Steps.ADDRESS)).isEqualTo("signature");
		assertThat(next("signature", Steps.DRAWN)).isEqualTo("check");
		JsonNode submitted = IdentityFixture.json(this.steps.submit(this.pat).expectStatus().isOk());
		assertThat(submitted.get("complete").asBoolean()).isTrue();
		assertThat(submitted.get("nextStep").isNull()).isTrue();
		JsonNode event = this.steps.changes(this.pat, 1).getFirst();
		GoldenSamples.assertMatches(IdentityFixture.RESIDENTS, "ContactChanged", event);
		assertThat(event.get("phone").asString()).isEqualTo("+13125550123");
		assertThat(event.get("language").asString()).isEqualTo("es");
		assertThat(event.get("contactPreference").asString()).isEqualTo("text-message");
		assertThat(event.get("address").get("postalCode").asString()).isEqualTo("62601-1234");
		assertThat(event.get("address").has("line2")).isFalse();
		assertThat(me("contact").get("phoneText").asString()).isEqualTo("(312) 555-0123");
		assertThat(me("language").asString()).isEqualTo("es");
	}

	@Test
	void keepsWhatWasTypedForTheNextDevice() {
		this.steps
			.put("registration/drafts/address", this.pat, "{\"fields\":{\"line1\":\"<b>1\",\"postalCode\":\"6\"}}")
			.expectStatus()
			.isNoContent();
		JsonNode drafts = this.steps.registration(this.pat).get("drafts");
		assertThat(drafts.get("address").get("line1").asString()).isEqualTo("<b>1");
		this.steps.put("address", this.pat, Steps.ADDRESS).expectStatus().isOk();
		JsonNode later = this.steps.registration(this.pat);
		assertThat(later.get("drafts").has("address")).isFalse();
		assertThat(later.get("address").get("postalCode").asString()).isEqualTo("62601-1234");
		assertThat(later.get("progress").get("nextStep").asString()).isEqualTo("acknowledgment");
	}

	@Test
	void keepsTheEvidence() {
		this.steps.enterAll(this.pat);
		this.steps.put("signature", this.pat, Steps.DRAWN).expectStatus().isOk();
		this.steps.submit(this.pat).expectStatus().isOk();
		String kept = this.database.sql("""
				select t.version, t.language, t.text, a.accepted_at <= s.signed_at as in_order, s.name,
				  s.text_hash = t.hash as same_text, s.drawing->'strokes'->0->>0 as first
				from acknowledgment a join acknowledgment_text t on t.hash = a.text_hash
				  join signature s on s.account_id = a.account_id
				where a.account_id = cast(:id as uuid)
				""")
			.bind("id", this.steps.id(this.pat))
			.map((row) -> "%s %s %s %s %s %s %s".formatted(row.get("version"), row.get("language"),
					String.valueOf(row.get("text")).contains("electronic records"), row.get("in_order"),
					row.get("name"), row.get("same_text"), row.get("first")))
			.one()
			.block();
		assertThat(kept).isEqualTo("2026-11 en true true Pat Example true 10");
		assertThat(IdentityFixture
			.problem(this.steps.put("signature", this.pat, Steps.TYPED).expectStatus().isEqualTo(409)))
			.isEqualTo("registration-submitted");
		assertThat(IdentityFixture.problem(this.steps.accept(this.pat, "es").expectStatus().isEqualTo(409)))
			.isEqualTo("registration-submitted");
		assertThat(this.steps.registration(this.pat).get("signature").get("method").asString()).isEqualTo("drawn");
	}

	@Test
	void publishesEachLaterChangeAndNoneThatChangesNothing() {
		this.steps.enterAll(this.pat);
		this.steps.submit(this.pat).expectStatus().isOk();
		this.steps.put("address", this.pat, Steps.ADDRESS).expectStatus().isOk();
		this.steps.put("contact", this.pat, "{\"preference\":\"text-message\",\"phone\":\"+1 312 555 0123\"}")
			.expectStatus()
			.isOk();
		this.steps.put("contact", this.pat, "{\"preference\":\"email\"}").expectStatus().isOk();
		JsonNode last = this.steps.changes(this.pat, 2).getLast();
		assertThat(last.get("contactPreference").asString()).isEqualTo("email");
		assertThat(last.has("phone")).isFalse();
		assertThat(last.get("language").asString()).as("not named, so it stays").isEqualTo("es");
		assertThat(this.steps.changes(this.pat, 2)).hasSize(2);
		assertThat(noted()).containsExactly("registration", "contact");
	}

	/** What the audit trail says has changed. */
	private List<String> noted() {
		return this.database.sql("""
				select details::jsonb ->> 'what' as what from audit_entry
				where action = 'profile-changed' and subject_id = :id order by recorded_at, id
				""")
			.bind("id", this.steps.id(this.pat))
			.map((row) -> Columns.text(row, "what"))
			.all()
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	/** A language chosen elsewhere is not undone by the next change here. */
	@Test
	void reportsWhatElseHasChangedAboutTheAccount() {
		this.steps.enterAll(this.pat);
		this.steps.submit(this.pat).expectStatus().isOk();
		AccountId id = new AccountId(UUID.fromString(this.steps.id(this.pat)));
		this.transactions
			.inOne(Mono.defer(() -> this.accounts.speak(id, Language.ENGLISH)).then(this.publish.ofAccount(id)))
			.block();
		assertThat(this.steps.changes(this.pat, 2).getLast().get("language").asString()).isEqualTo("en");
		this.steps.put("contact", this.pat, "{\"preference\":\"email\"}").expectStatus().isOk();
		assertThat(this.steps.changes(this.pat, 3).getLast().get("language").asString()).isEqualTo("en");
	}

	@Test
	void asksToSignAgainWhatIsReadInAnotherLanguage() {
		this.steps.enterAll(this.pat);
		this.steps.accept(this.pat, "en").expectStatus().isOk();
		assertThat(this.steps.registration(this.pat).get("progress").get("nextStep").asString()).isEqualTo("check");
		this.steps.accept(this.pat, "es").expectStatus().isOk();
		assertThat(this.steps.registration(this.pat).get("progress").get("nextStep").asString()).isEqualTo("signature");
	}

	@Test
	void locksNobodyOutWhoHasNotBegun() {
		assertThat(me("contact").isNull()).isTrue();
		assertThat(me("address").isNull()).isTrue();
		assertThat(me("registration").get("complete").asBoolean()).isFalse();
		assertThat(me("registration").get("steps")).hasSize(4);
	}

	private String next(String step, String json) {
		var response = step.equals("acknowledgment") ? this.steps.accept(this.pat, json)
				: this.steps.put(step, this.pat, json);
		return IdentityFixture.text(response.expectStatus().isOk(), "nextStep");
	}

	private JsonNode me(String field) {
		return IdentityFixture.json(this.fixture.get("/api/v1/me", this.pat.accessToken()).expectStatus().isOk())
			.get(field);
	}

}

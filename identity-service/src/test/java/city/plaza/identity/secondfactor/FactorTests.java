package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.identity.secondfactor.totp.TestApp;
import city.plaza.identity.session.OpenSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FactorTests {

	private static final String PROOF = "/api/v1/sessions/current/proof";

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private Accounts accounts;

	@Autowired
	private OpenSession openSession;

	@Test
	void asksNobodyWhoHasNone() {
		String email = IdentityFixture.newEmail();
		String token = this.identity.resident(email).accessToken();
		JsonNode factors = read(token);
		assertThat(factors.get("required").asBoolean()).isFalse();
		assertThat(factors.get("authenticatorAddedAt").isNull()).isTrue();
		assertThat(factors.get("recoveryCodesLeft").asInt()).isZero();
		this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isCreated();
	}

	/** An app that was begun with and never confirmed would lock its holder out. */
	@Test
	void countsAnAppOnceItsCodeIsTyped() {
		String email = IdentityFixture.newEmail();
		String token = this.identity.resident(email).accessToken();
		TestApp app = this.fixture.begin(token);
		this.fixture.confirming(token, app.wrongCode()).expectStatus().isEqualTo(422);
		this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isCreated();
		this.fixture.confirming(token, app.code()).expectStatus().isOk();
		this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isAccepted();
		assertThat(IdentityFixture.problem(this.fixture.confirming(token, app.code()).expectStatus().isEqualTo(409)))
			.isEqualTo("factor-not-begun");
	}

	/** The code that added the app signs nobody in. */
	@Test
	void usesUpTheCodeThatConfirms() {
		Resident resident = this.fixture.resident();
		String pending = this.fixture.pending(resident.email());
		this.fixture.completing(pending, resident.app().code()).expectStatus().isEqualTo(422);
	}

	@Test
	void countsTenTriesToConfirmHoweverParallel() {
		String token = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		TestApp app = this.fixture.begin(token);
		String wrong = app.wrongCode();
		assertThat(
				IdentityFixture.atOnce(25, (number) -> IdentityFixture.status(this.fixture.confirming(token, wrong))))
			.filteredOn((status) -> status == 422)
			.hasSize(10);
		this.fixture.confirming(token, app.code()).expectStatus().isEqualTo(409);
	}

	@Test
	void replacesTheAppOnlyOnceTheNewOneIsConfirmed() {
		Resident resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofMinutes(1));
		TestApp next = this.fixture.begin(resident.tokens().accessToken());
		this.fixture.completing(this.fixture.pending(resident.email()), resident.app().code())
			.expectStatus()
			.isCreated();
		this.fixture.confirming(resident.tokens().accessToken(), next.code()).expectStatus().isOk();
		String pending = this.fixture.pending(resident.email());
		this.fixture.completing(pending, resident.app().codeAt(1)).expectStatus().isEqualTo(422);
		this.fixture.completing(pending, next.codeAt(1)).expectStatus().isCreated();
	}

	@Test
	void removesTheAppAndItsCodes() {
		Resident resident = this.fixture.resident();
		String token = resident.tokens().accessToken();
		this.identity.delete(SecondFactorFixture.FACTORS + "/authenticator", token).expectStatus().isNoContent();
		assertThat(read(token).get("recoveryCodesLeft").asInt()).isZero();
		this.identity.signingIn(resident.email(), IdentityFixture.PASSWORD).expectStatus().isCreated();
		this.identity.delete(SecondFactorFixture.FACTORS + "/authenticator", token).expectStatus().isNotFound();
	}

	/** Who finds a session open changes nothing about the account's security. */
	@Test
	void changesNothingWithoutAProofOfTheLastTenMinutes() {
		Resident resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofMinutes(10));
		String token = IdentityFixture.tokens(this.identity.refreshing(resident.tokens().refreshToken())).accessToken();
		assertThat(read(token).get("proved").asBoolean()).isFalse();
		remove(token).expectStatus().isForbidden();
		prove(token, IdentityFixture.WRONG_PASSWORD).expectStatus().isEqualTo(422);
		remove(token).expectStatus().isForbidden();
		prove(token, IdentityFixture.PASSWORD).expectStatus().isNoContent();
		assertThat(read(token).get("proved").asBoolean()).isTrue();
		remove(token).expectStatus().isNoContent();
	}

	@Test
	void provesNothingByGuessing() {
		String token = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		for (int number = 0; number < 10; number++) {
			prove(token, IdentityFixture.WRONG_PASSWORD).expectStatus().isEqualTo(422);
		}
		assertThat(IdentityFixture.problem(prove(token, IdentityFixture.PASSWORD).expectStatus().isEqualTo(429)))
			.isEqualTo("too-many-tries");
	}

	/** Whatever asks for a session without a second factor gets none. */
	@Test
	void opensNoSessionPastTheFactor() {
		Resident resident = this.fixture.resident();
		UUID id = this.identity.me(resident.tokens().accessToken()).id();
		assertThat(this.accounts.of(new AccountId(id))
			.flatMap((account) -> this.openSession.open(account, Session.Kind.BROWSER))
			.blockOptional(TIMEOUT)).isEmpty();
	}

	private JsonNode read(String token) {
		return IdentityFixture.json(this.identity.get(SecondFactorFixture.FACTORS, token).expectStatus().isOk());
	}

	private ResponseSpec remove(String token) {
		return this.identity.delete(SecondFactorFixture.FACTORS + "/authenticator", token);
	}

	private ResponseSpec prove(String token, String password) {
		return this.fixture.posting(PROOF, token, Map.of("currentPassword", password));
	}

}

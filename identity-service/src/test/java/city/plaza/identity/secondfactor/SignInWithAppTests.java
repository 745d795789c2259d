package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.identity.secondfactor.totp.TestApp;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.session.Session;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class SignInWithAppTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ContinueSignIn continueSignIn;

	private Resident resident;

	@BeforeEach
	void aResidentWithAnApp() {
		this.resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofSeconds(60));
	}

	@Test
	void asksForTheCodeAfterTheRightPasswordOnly() {
		JsonNode asked = IdentityFixture
			.json(this.identity.signingIn(this.resident.email(), IdentityFixture.PASSWORD).expectStatus().isAccepted());
		assertThat(asked.propertyNames()).containsExactlyInAnyOrder("pendingToken", "methods", "expiresAt");
		assertThat(asked.get("methods")).extracting(JsonNode::asString).containsExactly("totp", "recovery-code");
		assertThat(
				IdentityFixture.problem(this.identity.signingIn(this.resident.email(), IdentityFixture.WRONG_PASSWORD)
					.expectStatus()
					.isUnauthorized()))
			.isEqualTo("wrong-credentials");
		IdentityFixture.Tokens tokens = IdentityFixture
			.tokens(this.fixture.completing(asked.get("pendingToken").asString(), this.resident.app().code())
				.expectStatus()
				.isCreated());
		assertThat(this.identity.me(tokens.accessToken()).email()).isEqualTo(this.resident.email());
	}

	/**
	 * Nothing that a token is good for can be had with a sign-in that is not complete.
	 */
	@Test
	void isNoSessionBeforeTheCode() {
		String pending = this.fixture.pending(this.resident.email());
		this.identity.get("/api/v1/me", pending).expectStatus().isUnauthorized();
		this.identity.refreshing(pending).expectStatus().isUnauthorized();
		this.identity.swapping(pending).expectStatus().isUnauthorized();
		this.fixture.confirming(pending, "123456").expectStatus().isUnauthorized();
		this.identity.post(SecondFactorFixture.COMPLETE, Map.of("pendingToken", pending)).expectStatus().isEqualTo(422);
		this.identity.post(SecondFactorFixture.COMPLETE + "/authenticator", Map.of("pendingToken", pending))
			.expectStatus()
			.isUnauthorized();
	}

	/** The account is read before the password is compared, which takes a while. */
	@Test
	void opensNothingForAnAccountReadBeforeTheAppWasAdded() {
		String email = IdentityFixture.newEmail();
		IdentityFixture.Tokens tokens = this.identity.resident(email);
		Account before = this.accounts.of(new EmailAddress(email)).blockOptional().orElseThrow();
		assertThat(this.continueSignIn.after(before, Session.Kind.MOBILE, null).blockOptional()).isPresent();
		this.fixture.withApp(email, tokens);
		assertThat(this.continueSignIn.after(before, Session.Kind.MOBILE, null).blockOptional()).isEmpty();
	}

	@Test
	void takesEachCodeOnce() {
		String code = this.resident.app().code();
		this.fixture.completing(this.fixture.pending(this.resident.email()), code).expectStatus().isCreated();
		String again = this.fixture.pending(this.resident.email());
		assertThat(IdentityFixture.problem(this.fixture.completing(again, code).expectStatus().isEqualTo(422)))
			.isEqualTo("second-factor-used");
		assertThat(IdentityFixture
			.problem(this.fixture.completing(again, this.resident.app().codeAt(-1)).expectStatus().isEqualTo(422)))
			.isEqualTo("second-factor-used");
		this.fixture.completing(again, this.resident.app().codeAt(1)).expectStatus().isCreated();
	}

	@Test
	void takesEachFirstStepOnce() {
		String pending = this.fixture.pending(this.resident.email());
		this.fixture.completing(pending, this.resident.app().code()).expectStatus().isCreated();
		assertEnded(pending, this.resident.app().codeAt(1));
	}

	@Test
	void endsAfterFiveTriesHoweverParallel() {
		String pending = this.fixture.pending(this.resident.email());
		String wrong = this.resident.app().wrongCode();
		List<Integer> responses = IdentityFixture.atOnce(40,
				(number) -> IdentityFixture.status(this.fixture.completing(pending, wrong)));
		assertThat(responses).filteredOn((status) -> status == 422).hasSize(5);
		assertThat(responses).filteredOn((status) -> status == 401).hasSize(35);
		assertEnded(pending, this.resident.app().code());
		this.fixture.completing(this.fixture.pending(this.resident.email()), this.resident.app().code())
			.expectStatus()
			.isCreated();
	}

	@Test
	void endsAfterTenMinutes() {
		String pending = this.fixture.pending(this.resident.email());
		this.identity.clock().pass(Duration.ofMinutes(10));
		assertEnded(pending, this.resident.app().code());
	}

	/**
	 * What was begun in an app is not completed in a browser, nor the other way round.
	 */
	@Test
	void isNotCompletedElsewhere() {
		String app = this.fixture.pending(this.resident.email());
		this.identity
			.post(SecondFactorFixture.COMPLETE_BROWSER,
					Map.of("pendingToken", app, "totpCode", this.resident.app().code()))
			.expectStatus()
			.isUnauthorized();
		String browser = this.fixture.pendingInBrowser(this.resident.email());
		assertEnded(browser, this.resident.app().code());
		this.identity
			.post(SecondFactorFixture.COMPLETE_BROWSER,
					Map.of("pendingToken", browser, "totpCode", this.resident.app().code()))
			.expectStatus()
			.isCreated();
	}

	@Test
	void takesNoCodeOfAnotherResidentOrFlow() {
		Resident other = this.fixture.resident();
		String registration = this.identity.register(IdentityFixture.newEmail());
		String mailed = this.identity.codeOf(registration);
		String pending = this.fixture.pending(this.resident.email());
		assertThat(this.resident.app().code()).isNotEqualTo(other.app().code());
		assertThat(IdentityFixture
			.problem(this.fixture.completing(pending, other.app().code()).expectStatus().isEqualTo(422)))
			.isEqualTo("wrong-second-factor");
		this.fixture.completing(pending, mailed).expectStatus().isEqualTo(422);
		this.fixture.completing(pending, this.resident.recoveryCodes().getFirst()).expectStatus().isEqualTo(422);
		this.fixture.recovering(pending, this.resident.app().code()).expectStatus().isEqualTo(422);
	}

	/** Enough for nobody to guess; the owner has a recovery code, and the own device. */
	@Test
	void slowsGuessingDownAndLocksNoHolderOut() {
		TestApp app = this.resident.app();
		String device = String.valueOf(
				IdentityFixture
					.tokens(this.fixture.completing(this.fixture.pending(this.resident.email()), app.code())
						.expectStatus()
						.isCreated())
					.deviceToken());
		for (int begun = 0; begun < 2; begun++) {
			String pending = this.fixture.pending(this.resident.email());
			for (int number = 0; number < 5; number++) {
				this.fixture.completing(pending, app.wrongCode()).expectStatus().isEqualTo(422);
			}
		}
		String pending = this.fixture.pending(this.resident.email());
		this.identity.clock().pass(Duration.ofSeconds(20));
		assertThat(
				IdentityFixture.problem(this.fixture.completing(pending, app.codeAt(1)).expectStatus().isEqualTo(429)))
			.isEqualTo("too-many-tries");
		this.fixture.completing(Map.of("pendingToken", pending, "totpCode", app.codeAt(1), "deviceToken", device))
			.expectStatus()
			.isCreated();
		this.fixture.recovering(this.fixture.pending(this.resident.email()), this.resident.recoveryCodes().getFirst())
			.expectStatus()
			.isCreated();
	}

	@Test
	void printsNoSecret(CapturedOutput output) {
		String pending = this.fixture.pending(this.resident.email());
		String code = this.resident.app().code();
		this.fixture.recovering(pending, this.resident.recoveryCodes().getLast() + "X").expectStatus().isEqualTo(422);
		this.fixture.completing(pending, code).expectStatus().isCreated();
		assertThat(output.getAll()).doesNotContain(pending, "code=" + code, this.resident.recoveryCodes().getLast());
	}

	private void assertEnded(String pending, String code) {
		assertThat(IdentityFixture.problem(this.fixture.completing(pending, code).expectStatus().isUnauthorized()))
			.isEqualTo("pending-sign-in-ended");
	}

}

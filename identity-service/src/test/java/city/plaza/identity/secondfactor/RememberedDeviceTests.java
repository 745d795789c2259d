package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.secondfactor.SecondFactorFixture.Resident;
import city.plaza.identity.session.EndSessions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@PlazaTest
class RememberedDeviceTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Autowired
	private EndSessions endSessions;

	private Resident resident;

	private IdentityFixture.Tokens remembered;

	@BeforeEach
	void aDeviceThatIsRemembered() {
		this.resident = this.fixture.resident();
		this.identity.clock().pass(Duration.ofMinutes(1));
		this.remembered = this.fixture.signInAndRemember(this.resident);
	}

	@Test
	void isNotAskedForThirtyDays() {
		signingIn(this.remembered).expectStatus().isCreated();
		this.identity.clock().pass(Duration.ofDays(30).minusMinutes(5));
		signingIn(this.remembered).expectStatus().isCreated();
		this.identity.clock().pass(Duration.ofMinutes(10));
		signingIn(this.remembered).expectStatus().isAccepted();
	}

	@Test
	void isTheOnlyDevice() {
		this.fixture.pending(this.resident.email());
		IdentityFixture.Tokens other = IdentityFixture
			.tokens(this.fixture.completing(Map.of("pendingToken", this.fixture.pending(this.resident.email()),
					"totpCode", this.resident.app().codeAt(1)))
				.expectStatus()
				.isCreated());
		signingIn(other).expectStatus().isAccepted();
	}

	@Test
	void isForgottenWhenAllSessionsEnd() {
		UUID account = this.identity.me(this.remembered.accessToken()).id();
		this.endSessions.passwordChanged(new AccountId(account)).block(Duration.ofSeconds(10));
		signingIn(this.remembered).expectStatus().isAccepted();
	}

	@Test
	void isForgottenWhenAFactorIsRemoved() {
		this.identity.delete(SecondFactorFixture.FACTORS + "/authenticator", this.remembered.accessToken())
			.expectStatus()
			.isNoContent();
		signingIn(this.remembered).expectStatus().isCreated();
		this.fixture.withApp(this.resident.email(), this.remembered);
		signingIn(this.remembered).expectStatus().isAccepted();
	}

	/** Whose password is wrong gains nothing by the device. */
	@Test
	void doesNotSignInByItself() {
		this.identity
			.post("/api/v1/sessions", Map.of("email", this.resident.email(), "password", IdentityFixture.WRONG_PASSWORD,
					"deviceToken", String.valueOf(this.remembered.deviceToken())))
			.expectStatus()
			.isUnauthorized();
	}

	private ResponseSpec signingIn(IdentityFixture.Tokens device) {
		return this.identity.post("/api/v1/sessions", Map.of("email", this.resident.email(), "password",
				IdentityFixture.PASSWORD, "deviceToken", String.valueOf(device.deviceToken())));
	}

}

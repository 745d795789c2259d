package city.plaza.identity.me;

import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Refusal;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ChangePasswordTests {

	private static final String NEW_PASSWORD = "seven slow otters drift";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	private IdentityFixture.Tokens own;

	@BeforeEach
	void signIn() {
		this.own = this.fixture.resident(this.email);
	}

	@Test
	void changesItEndsTheOtherSessionsAndKeepsItsOwn() {
		IdentityFixture.Tokens other = this.fixture.signIn(this.email);
		String browser = this.fixture.signInBrowser(this.email);
		changing(IdentityFixture.PASSWORD, NEW_PASSWORD).expectStatus().isNoContent();
		String account = this.fixture.me(this.own.accessToken()).id().toString();
		this.fixture.refreshing(this.own.refreshToken()).expectStatus().isOk();
		this.fixture.refreshing(other.refreshToken()).expectStatus().isUnauthorized();
		this.fixture.swapping(browser).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.email, NEW_PASSWORD).expectStatus().isCreated();
		assertThat(this.fixture.securityChange(account, "password-changed").path("email").asString())
			.isEqualTo(this.email);
	}

	@Test
	void changesNothingWithoutTheCurrentOneAndCountsAsAFailedSignIn() {
		for (int number = 0; number < 10; number++) {
			assertThat(IdentityFixture.problem(changing(IdentityFixture.WRONG_PASSWORD, NEW_PASSWORD)))
				.isEqualTo("wrong-password");
		}
		changing(IdentityFixture.WRONG_PASSWORD, NEW_PASSWORD).expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.exists("Retry-After");
		changing(IdentityFixture.PASSWORD, NEW_PASSWORD).expectStatus().isEqualTo(429);
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isEqualTo(429);
	}

	@Test
	void countsExactlyHoweverManyComeAtOnce() {
		List<Integer> statuses = IdentityFixture.atOnce(30,
				(number) -> IdentityFixture.status(changing(IdentityFixture.WRONG_PASSWORD, NEW_PASSWORD)));
		assertThat(statuses).filteredOn((status) -> status == 422).hasSize(10);
		assertThat(statuses).filteredOn((status) -> status == 429).hasSize(20);
	}

	@ParameterizedTest
	@CsvSource({ "'', seven slow otters drift, currentPassword, required", "x, '', newPassword, required",
			"x, short, newPassword, password-too-short", "x, aaaaaaaaaaaaaaaaaaaa, newPassword, password-too-common" })
	void namesWhatCannotBeTaken(String current, String next, String field, String code) {
		Refusal refusal = IdentityFixture.body(changing(current, next).expectStatus().isEqualTo(422), Refusal.class);
		assertThat(refusal.errors())
			.containsExactly(new IdentityFixture.FieldError(field, code, refusal.errors().getFirst().message()));
	}

	@Test
	void takesNoPasswordMadeOfTheHoldersOwnAddress() {
		Refusal refusal = IdentityFixture.body(changing(IdentityFixture.PASSWORD, this.email), Refusal.class);
		assertThat(refusal.errors().getFirst().code()).isEqualTo("password-too-common");
	}

	@Test
	void isForTheCallerAlone() {
		this.fixture.put("/api/v1/me/password", Map.of(), "x.y.z", "192.0.2.1").expectStatus().isUnauthorized();
	}

	private ResponseSpec changing(String current, String next) {
		return this.fixture.put("/api/v1/me/password", Map.of("currentPassword", current, "newPassword", next),
				this.own.accessToken(), IdentityFixture.homeOf(this.email));
	}

}

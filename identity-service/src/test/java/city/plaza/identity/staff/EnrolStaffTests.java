package city.plaza.identity.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class EnrolStaffTests {

	private static final String EMAIL = "finance@fairhaven.example";

	private static final String PASSWORD = "a till of many drawers";

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	@Autowired
	private EnrolStaff enrol;

	@Autowired
	private StaffSettings settings;

	@AfterEach
	void restore() {
		this.enrol.enrol(this.settings.staff()).block();
	}

	@Test
	void signsStaffInWithTheirRoles() throws Exception {
		String token = signIn(PASSWORD);
		assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles")).containsExactly("finance");
		assertThat(this.fixture.me(token).givenName()).isEqualTo("Finley");
		assertThat(this.fixture.me(token).roles()).containsExactly("finance");
		assertThat(this.events.all(IdentityFixture.RESIDENTS))
			.noneMatch((event) -> event.body().path("email").asString("").equalsIgnoreCase(EMAIL));
	}

	@Test
	void keepsSessionsOverARestartWithTheSameSettings() {
		String token = signIn(PASSWORD);
		this.enrol.enrol(this.settings.staff()).block();
		this.fixture.get("/api/v1/me", token).expectStatus().isOk();
	}

	@Test
	void changesRolesAndPasswordsAndEndsTheSessionsOfTheOldOne() {
		String token = signIn(PASSWORD);
		enrol(new StaffSettings.Member(EMAIL, "a drawer of many tills", "Finley", "Finance",
				Set.of("finance", "audit")));
		this.fixture.get("/api/v1/me", token).expectStatus().isUnauthorized();
		this.fixture.signingIn(EMAIL, PASSWORD).expectStatus().isUnauthorized();
		assertThat(this.fixture.me(signIn("a drawer of many tills")).roles()).containsExactly("audit", "finance");
	}

	@Test
	void removesWhoIsNoLongerNamedAndPublishesIt() throws Exception {
		String token = signIn(PASSWORD);
		enrol();
		assertEnded(token);
		this.fixture.get("/api/v1/me", token).expectStatus().isUnauthorized();
		this.fixture.signingIn(EMAIL, PASSWORD).expectStatus().isUnauthorized();
	}

	@Test
	void endsSessionsWhoseTokensNameOldRoles() throws Exception {
		String token = signIn(PASSWORD);
		enrol(new StaffSettings.Member(EMAIL, PASSWORD, "Finley", "Finance", Set.of("audit")));
		assertEnded(token);
		this.fixture.get("/api/v1/me", token).expectStatus().isUnauthorized();
	}

	@Test
	void neverTakesAResidentsAddressOver() {
		String email = IdentityFixture.newEmail();
		this.fixture.resident(email);
		enrol(new StaffSettings.Member(email, PASSWORD, "Mal", "Example", Set.of("finance")));
		this.fixture.signingIn(email, PASSWORD).expectStatus().isUnauthorized();
		assertThat(this.fixture.me(this.fixture.signIn(email).accessToken()).roles()).isEmpty();
	}

	@Test
	void refusesToRegisterAStaffAddress() {
		String registration = IdentityFixture.text(
				this.fixture
					.post("/api/v1/registrations",
							Map.of("email", EMAIL, "password", IdentityFixture.PASSWORD, "givenName", "Mal",
									"familyName", "Example"))
					.expectStatus()
					.isAccepted(),
				"id");
		assertThat(this.fixture.mailsOf(registration, 1).getFirst().type()).isEqualTo("KnownAddressRegistered");
	}

	private void assertEnded(String token) throws Exception {
		String session = SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
		this.events.await("identity.sessions", "SessionEnded",
				(event) -> event.get("sessionId").asString().equals(session));
	}

	private void enrol(StaffSettings.Member... members) {
		this.enrol.enrol(List.of(members)).block();
	}

	private String signIn(String password) {
		return IdentityFixture.tokens(this.fixture.signingIn(EMAIL, password).expectStatus().isCreated()).accessToken();
	}

}

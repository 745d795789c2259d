package city.plaza.identity.session;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.BrowserSession;
import city.plaza.identity.IdentityFixture.BrowserToken;
import city.plaza.platform.testing.PlazaTest;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class BrowserSessionTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private DatabaseClient database;

	@Test
	void swapsItsTokenForAccessTokens() {
		this.fixture.resident(this.email);
		BrowserSession session = IdentityFixture.body(this.fixture
			.post("/internal/v1/browser-sessions", Map.of("email", this.email, "password", IdentityFixture.PASSWORD))
			.expectStatus()
			.isCreated(), BrowserSession.class);
		assertThat(session.expiresAt()).isBetween(this.fixture.clock().instant().plus(Duration.ofMinutes(719)),
				this.fixture.clock().instant().plus(Duration.ofHours(12)));
		BrowserToken swapped = swap(session.sessionToken());
		assertThat(swapped.expiresIn()).isBetween(1L, 300L);
		this.fixture.get("/api/v1/me", swapped.accessToken()).expectStatus().isOk();
	}

	@Test
	void getsANewTokenAtEachSignIn() {
		this.fixture.resident(this.email);
		assertThat(this.fixture.signInBrowser(this.email)).hasSize(43)
			.isNotEqualTo(this.fixture.signInBrowser(this.email));
	}

	@Test
	void expiresAfterFifteenMinutesWithoutUse() {
		this.fixture.resident(this.email);
		String token = this.fixture.signInBrowser(this.email);
		this.fixture.clock().pass(Duration.ofMinutes(14));
		this.fixture.swapping(token).expectStatus().isOk();
		this.fixture.clock().pass(Duration.ofMinutes(14));
		this.fixture.swapping(token).expectStatus().isOk();
		this.fixture.clock().pass(Duration.ofMinutes(15));
		assertThat(refused(token)).isEqualTo("session-ended");
	}

	@Test
	void getsTheSameTokenForAMomentUnlessItWouldSaySomethingElse() {
		this.fixture.resident(this.email);
		String token = this.fixture.signInBrowser(this.email);
		BrowserToken first = swap(token);
		this.fixture.clock().pass(Duration.ofSeconds(10));
		BrowserToken second = swap(token);
		assertThat(second.accessToken()).isEqualTo(first.accessToken());
		assertThat(second.expiresIn()).isPositive().isLessThanOrEqualTo(first.expiresIn() - 10);
		this.database.sql("update account set given_name = 'Renamed' where email = :email")
			.bind("email", this.email)
			.fetch()
			.rowsUpdated()
			.block();
		assertThat(claims(swap(token).accessToken()).get("given_name")).isEqualTo("Renamed");
	}

	@Test
	void notesAUseAgainAfterHalfAMinute() {
		this.fixture.resident(this.email);
		String token = this.fixture.signInBrowser(this.email);
		String first = swap(token).accessToken();
		this.fixture.clock().pass(Duration.ofSeconds(20));
		assertThat(idleUntil(swap(token).accessToken())).isEqualTo(idleUntil(first));
		this.fixture.clock().pass(Duration.ofSeconds(11));
		String moved = swap(token).accessToken();
		assertThat(moved).isNotEqualTo(first);
		// The clock goes on meanwhile.
		assertThat(idleUntil(moved)).isBetween(idleUntil(first).plusSeconds(31), idleUntil(first).plusSeconds(60));
		this.fixture.clock().pass(Duration.ofMinutes(14));
		this.fixture.swapping(token).expectStatus().isOk();
	}

	@Test
	void endsAfterTwelveHoursWithUse() {
		this.fixture.resident(this.email);
		String token = this.fixture.signInBrowser(this.email);
		for (int minutes = 0; minutes < 715; minutes += 13) {
			this.fixture.clock().pass(Duration.ofMinutes(13));
			this.fixture.swapping(token).expectStatus().isOk();
		}
		assertThat(swap(token).expiresIn()).isLessThanOrEqualTo(300);
		this.fixture.clock().pass(Duration.ofMinutes(5));
		assertThat(refused(token)).isEqualTo("session-ended");
	}

	@Test
	void endsWithTheSignOutOfItsAccessToken() {
		this.fixture.resident(this.email);
		String token = this.fixture.signInBrowser(this.email);
		String access = IdentityFixture.text(this.fixture.swapping(token), "accessToken");
		this.fixture.delete("/api/v1/sessions/current", access).expectStatus().isNoContent();
		assertThat(refused(token)).isEqualTo("session-ended");
		this.fixture.get("/api/v1/me", access).expectStatus().isUnauthorized();
	}

	@Test
	void refusesWrongCredentialsAndMadeUpTokens() {
		assertThat(IdentityFixture.problem(this.fixture
			.post("/internal/v1/browser-sessions", Map.of("email", this.email, "password", IdentityFixture.PASSWORD))
			.expectStatus()
			.isUnauthorized())).isEqualTo("wrong-credentials");
		assertThat(refused("made up")).isEqualTo("session-ended");
	}

	@Test
	void takesNoRefreshTokenForASessionToken() {
		assertThat(refused(this.fixture.resident(this.email).refreshToken())).isEqualTo("session-ended");
	}

	private BrowserToken swap(String token) {
		return IdentityFixture.body(this.fixture.swapping(token).expectStatus().isOk(), BrowserToken.class);
	}

	private static Instant idleUntil(String accessToken) {
		return Instant.ofEpochSecond(((Number) claims(accessToken).get("session_expires_at")).longValue());
	}

	private static Map<String, Object> claims(String accessToken) {
		try {
			return SignedJWT.parse(accessToken).getJWTClaimsSet().getClaims();
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private String refused(String token) {
		return IdentityFixture.problem(this.fixture.swapping(token).expectStatus().isUnauthorized());
	}

}

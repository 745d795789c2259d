package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.AccountId;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class EndSessionsTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	@Autowired
	private EndSessions endSessions;

	@Test
	void publishesASignOut() throws Exception {
		IdentityFixture.Tokens tokens = this.fixture.resident(this.email);
		Instant before = this.fixture.clock().instant();
		this.fixture.delete("/api/v1/sessions/current", tokens.accessToken()).expectStatus().isNoContent();
		JsonNode event = ended(tokens);
		GoldenSamples.assertMatches(SessionEnded.TOPIC, "SessionEnded", event);
		assertThat(Instant.parse(event.get("endedAt").asString())).isBetween(before, this.fixture.clock().instant());
		assertThat(Instant.parse(event.get("tokensUntil").asString()))
			.isAfter(claims(tokens).getExpirationTime().toInstant().plusSeconds(10));
	}

	@Test
	void publishesTheSignOutOfABrowser() throws Exception {
		this.fixture.resident(this.email);
		String access = IdentityFixture.text(this.fixture.swapping(this.fixture.signInBrowser(this.email)),
				"accessToken");
		this.fixture.delete("/api/v1/sessions/current", access).expectStatus().isNoContent();
		ended(SignedJWT.parse(access).getJWTClaimsSet().getStringClaim("sid"));
	}

	@Test
	void publishesAReusedRefreshToken() throws Exception {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		this.fixture.refreshing(first.refreshToken()).expectStatus().isOk();
		this.fixture.clock().pass(Duration.ofMinutes(1));
		this.fixture.refreshing(first.refreshToken()).expectStatus().isUnauthorized();
		ended(first);
	}

	@Test
	void publishesEachSessionOnceWhenAPasswordChanges() throws Exception {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens second = this.fixture.signIn(this.email);
		AccountId account = new AccountId(UUID.fromString(claims(first).getSubject()));
		IdentityFixture.atOnce(4, (number) -> this.endSessions.passwordChanged(account).blockOptional());
		ended(first);
		ended(second);
		List<String> sessions = List.of(sid(first), sid(second));
		assertThat(this.events.all(SessionEnded.TOPIC)).filteredOn((event) -> sessions.contains(event.key()))
			.extracting(TestEvent::key)
			.containsExactlyInAnyOrderElementsOf(sessions);
	}

	private JsonNode ended(IdentityFixture.Tokens tokens) throws Exception {
		return ended(sid(tokens));
	}

	private JsonNode ended(String session) {
		return this.events.await(SessionEnded.TOPIC, "SessionEnded",
				(event) -> event.get("sessionId").asString().equals(session));
	}

	private static String sid(IdentityFixture.Tokens tokens) throws Exception {
		return claims(tokens).getStringClaim("sid");
	}

	private static JWTClaimsSet claims(IdentityFixture.Tokens tokens) throws Exception {
		return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
	}

}

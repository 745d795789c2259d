package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class RefreshTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private RemoveOldSessions removeOldSessions;

	@Test
	void givesNewTokensForTheOldOne() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		this.fixture.clock().pass(Duration.ofMinutes(6));
		this.fixture.get("/api/v1/me", first.accessToken()).expectStatus().isUnauthorized();
		IdentityFixture.Tokens second = refresh(first);
		assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
		this.fixture.get("/api/v1/me", second.accessToken()).expectStatus().isOk();
	}

	@Test
	void endsTheFamilyWhenAnOldOneComesBack() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens second = refresh(first);
		IdentityFixture.Tokens third = refresh(second);
		assertThat(refused(first)).isEqualTo("session-ended");
		assertThat(refused(third)).isEqualTo("session-ended");
		this.fixture.get("/api/v1/me", third.accessToken()).expectStatus().isUnauthorized();
		this.fixture.signIn(this.email);
	}

	@Test
	void leavesOtherSessionsAlone() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens other = this.fixture.signIn(this.email);
		refresh(first);
		refused(first);
		this.fixture.get("/api/v1/me", other.accessToken()).expectStatus().isOk();
	}

	@Test
	void isGoodOnceHoweverManyComeAtOnce() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		List<Integer> answers = IdentityFixture.atOnce(8,
				(number) -> IdentityFixture.status(this.fixture.refreshing(first.refreshToken())));
		assertThat(answers).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(answers).filteredOn((status) -> status == 401).hasSize(7);
	}

	@Test
	void endsAtOnceWithTheSignOut() {
		IdentityFixture.Tokens tokens = this.fixture.resident(this.email);
		this.fixture.delete("/api/v1/sessions/current", tokens.accessToken()).expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", tokens.accessToken()).expectStatus().isUnauthorized();
		this.fixture.delete("/api/v1/sessions/current", tokens.accessToken()).expectStatus().isUnauthorized();
		assertThat(refused(tokens)).isEqualTo("session-ended");
	}

	@Test
	void endsAfterTwoWeeksWithoutUseAndAfterThirtyDaysWithIt() {
		IdentityFixture.Tokens idle = this.fixture.resident(this.email);
		IdentityFixture.Tokens used = this.fixture.signIn(this.email);
		this.fixture.clock().pass(Duration.ofDays(13));
		used = refresh(used);
		this.fixture.clock().pass(Duration.ofDays(1));
		assertThat(refused(idle)).isEqualTo("session-ended");
		used = refresh(used);
		this.fixture.clock().pass(Duration.ofDays(13));
		used = refresh(used);
		this.fixture.clock().pass(Duration.ofDays(3));
		assertThat(refused(used)).isEqualTo("session-ended");
		this.fixture.clock().pass(Duration.ofDays(8));
		this.removeOldSessions.remove().block();
		assertThat(refused(used)).isEqualTo("session-ended");
	}

	@Test
	void refusesWhatWasNeverATokenAndRequiresOne() {
		assertThat(IdentityFixture.problem(this.fixture.refreshing("made up").expectStatus().isUnauthorized()))
			.isEqualTo("session-ended");
		assertThat(IdentityFixture
			.problem(this.fixture.post("/api/v1/sessions/refresh", Map.of()).expectStatus().isEqualTo(422)))
			.isEqualTo("invalid-request");
	}

	private IdentityFixture.Tokens refresh(IdentityFixture.Tokens tokens) {
		return IdentityFixture.tokens(this.fixture.refreshing(tokens.refreshToken()).expectStatus().isOk());
	}

	private String refused(IdentityFixture.Tokens tokens) {
		return IdentityFixture.problem(this.fixture.refreshing(tokens.refreshToken()).expectStatus().isUnauthorized());
	}

}

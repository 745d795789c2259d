package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
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

	@Autowired
	private Sessions sessions;

	@Autowired
	private RefreshTokens tokens;

	@Autowired
	private Accounts accounts;

	@Autowired
	private EndSessions endSessions;

	@Autowired
	private SessionSettings settings;

	@Autowired
	private Transactions transactions;

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
		this.fixture.clock().pass(Duration.ofSeconds(10));
		refused(first);
		this.fixture.get("/api/v1/me", other.accessToken()).expectStatus().isOk();
	}

	@Test
	void givesTheSameNextTokenAgainWhenTheResponseWasLost() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens lost = refresh(first);
		this.fixture.clock().pass(Duration.ofSeconds(9));
		IdentityFixture.Tokens second = refresh(first);
		assertThat(second.refreshToken()).isEqualTo(lost.refreshToken());
		this.fixture.get("/api/v1/me", second.accessToken()).expectStatus().isOk();
		refresh(second);
	}

	@Test
	void endsTheFamilyWhenARepeatComesLate() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens second = refresh(first);
		this.fixture.clock().pass(Duration.ofSeconds(10));
		assertThat(refused(first)).isEqualTo("session-ended");
		assertThat(refused(second)).isEqualTo("session-ended");
	}

	@Test
	void endsTheFamilyWhenARepeatComesAfterItsSuccessorWasUsed() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens third = refresh(refresh(first));
		assertThat(refused(first)).isEqualTo("session-ended");
		assertThat(refused(third)).isEqualTo("session-ended");
	}

	@Test
	void hasOneSuccessorHoweverManyRepeatsComeAtOnceToTwoInstances() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		Secret token = Secret.of(first.refreshToken());
		List<String> successors = IdentityFixture.atOnce(16,
				(number) -> (number % 2 == 0) ? refresh(first).refreshToken() : onAnotherInstance(token));
		assertThat(successors).hasSize(16).containsOnly(successors.getFirst());
		assertThat(this.fixture.refreshing(successors.getFirst()).expectStatus().isOk()).isNotNull();
	}

	@Test
	void endsTheFamilyHoweverManyLateOnesComeAtOnce() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		IdentityFixture.Tokens second = refresh(first);
		this.fixture.clock().pass(Duration.ofSeconds(10));
		assertThat(IdentityFixture.atOnce(8,
				(number) -> IdentityFixture.status(this.fixture.refreshing(first.refreshToken()))))
			.containsOnly(401);
		assertThat(refused(second)).isEqualTo("session-ended");
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

	private String onAnotherInstance(Secret token) {
		RefreshSession another = new RefreshSession(this.sessions, this.tokens, this.accounts, this.endSessions,
				this.settings, this.transactions, this.fixture.clock());
		return another.refresh(token).blockOptional().orElseThrow().secret().reveal();
	}

	private IdentityFixture.Tokens refresh(IdentityFixture.Tokens tokens) {
		return IdentityFixture.tokens(this.fixture.refreshing(tokens.refreshToken()).expectStatus().isOk());
	}

	private String refused(IdentityFixture.Tokens tokens) {
		return IdentityFixture.problem(this.fixture.refreshing(tokens.refreshToken()).expectStatus().isUnauthorized());
	}

}

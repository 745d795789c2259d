package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class OwnSessionTests {

	private static final String SESSIONS = "/api/v1/me/sessions";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	private IdentityFixture.Tokens own;

	@BeforeEach
	void signIn() {
		this.own = this.fixture.resident(this.email);
	}

	@Test
	void listsTheOwnFirstWithWhereItCameFrom() {
		this.fixture.clock().pass(Duration.ofMinutes(1));
		this.fixture.signIn(this.email);
		List<JsonNode> sessions = list();
		assertThat(sessions).hasSize(2).allSatisfy((session) -> {
			assertThat(session.path("active").asBoolean()).isTrue();
			assertThat(session.path("kind").asString()).isEqualTo("mobile");
		});
		assertThat(sessions).extracting((session) -> session.path("current").asBoolean()).containsExactly(false, true);
		assertThat(sessions.getFirst().path("address").asString()).isEqualTo(IdentityFixture.homeOf(this.email));
	}

	@Test
	void endsOneAndShowsItAsOver() {
		IdentityFixture.Tokens other = this.fixture.signIn(this.email);
		String id = idOfOther();
		this.fixture.delete(SESSIONS + "/" + id, this.own.accessToken()).expectStatus().isNoContent();
		this.fixture.refreshing(other.refreshToken()).expectStatus().isUnauthorized();
		assertThat(list()).anySatisfy((session) -> {
			assertThat(session.path("id").asString()).isEqualTo(id);
			assertThat(session.path("active").asBoolean()).isFalse();
		});
		this.fixture.delete(SESSIONS + "/" + id, this.own.accessToken()).expectStatus().isNoContent();
		this.fixture.refreshing(this.own.refreshToken()).expectStatus().isOk();
	}

	@Test
	void endsOneThatIsReportedAndConfirmsItByMail() {
		IdentityFixture.Tokens stranger = this.fixture.signIn(this.email);
		String account = this.fixture.me(this.own.accessToken()).id().toString();
		report(idOfOther(), this.own).expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", stranger.accessToken()).expectStatus().isUnauthorized();
		assertThat(this.fixture.securityChange(account, "session-reported").path("email").asString())
			.isEqualTo(this.email);
	}

	@Test
	void signsOutEverywhere() {
		IdentityFixture.Tokens other = this.fixture.signIn(this.email);
		String browser = this.fixture.signInBrowser(this.email);
		this.fixture.delete(SESSIONS, this.own.accessToken()).expectStatus().isNoContent();
		this.fixture.refreshing(this.own.refreshToken()).expectStatus().isUnauthorized();
		this.fixture.refreshing(other.refreshToken()).expectStatus().isUnauthorized();
		this.fixture.swapping(browser).expectStatus().isUnauthorized();
	}

	/** A foreign session looks like none at all, and goes on. */
	@Test
	void endsNobodyElses() {
		String mine = list().getFirst().path("id").asString();
		IdentityFixture.Tokens thief = this.fixture.resident(IdentityFixture.newEmail());
		for (String id : List.of(mine, UUID.randomUUID().toString(), "x")) {
			this.fixture.delete(SESSIONS + "/" + id, thief.accessToken()).expectStatus().isNotFound();
			report(id, thief).expectStatus().isNotFound();
		}
		this.fixture.get("/api/v1/me", this.own.accessToken()).expectStatus().isOk();
	}

	@Test
	void notifiesOfASignInOnADeviceThatIsNew() {
		String account = this.fixture.me(this.own.accessToken()).id().toString();
		this.fixture
			.post("/api/v1/sessions",
					Map.of("email", this.email, "password", IdentityFixture.PASSWORD, "deviceToken",
							String.valueOf(this.own.deviceToken())),
					IdentityFixture.homeOf(this.email))
			.expectStatus()
			.isCreated();
		this.fixture.signIn(this.email);
		this.fixture.securityChange(account, "new-device");
		assertThat(this.events.all("identity.security")).filteredOn((event) -> isNewDevice(event.body(), account))
			.hasSize(1);
	}

	private static boolean isNewDevice(JsonNode body, String account) {
		return body.path("accountId").asString().equals(account) && body.path("change").asString().equals("new-device");
	}

	private ResponseSpec report(String id, IdentityFixture.Tokens by) {
		return this.fixture.postAs(SESSIONS + "/" + id + "/report", by.accessToken());
	}

	private String idOfOther() {
		return list().stream()
			.filter((session) -> !session.path("current").asBoolean())
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
	}

	private List<JsonNode> list() {
		return IdentityFixture.json(this.fixture.get(SESSIONS, this.own.accessToken()).expectStatus().isOk())
			.path("items")
			.valueStream()
			.toList();
	}

}

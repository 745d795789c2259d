package city.plaza.identity.me;

import java.util.List;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class DeleteAccountTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	private IdentityFixture.Tokens own;

	private String account = "";

	@BeforeEach
	void signIn() {
		this.own = this.fixture.resident(this.email);
		this.account = this.fixture.me(this.own.accessToken()).id().toString();
	}

	@Test
	void deletesTheAccountEndsItsSessionsAndPublishesIt() {
		String browser = this.fixture.signInBrowser(this.email);
		deleting().expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", this.own.accessToken()).expectStatus().isUnauthorized();
		this.fixture.refreshing(this.own.refreshToken()).expectStatus().isUnauthorized();
		this.fixture.swapping(browser).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		JsonNode deleted = this.events.await(ResidentDeleted.TOPIC, ResidentDeleted.TYPE,
				(body) -> body.path("residentId").asString().equals(this.account));
		GoldenSamples.assertMatches(ResidentDeleted.TOPIC, ResidentDeleted.TYPE, deleted);
		this.events.await("identity.security", "SecurityChanged",
				(body) -> body.path("accountId").asString().equals(this.account)
						&& body.path("change").asString().equals("account-deleted"));
	}

	@Test
	void letsThePersonRegisterAgainAsSomeoneNew() {
		deleting().expectStatus().isNoContent();
		IdentityFixture.Tokens again = this.fixture.resident(this.email);
		assertThat(this.fixture.me(again.accessToken()).id()).isNotEqualTo(this.account);
	}

	@Test
	void deletesOnceHoweverOftenItIsSent() {
		List<Integer> statuses = IdentityFixture.atOnce(6, (number) -> IdentityFixture.status(deleting()));
		assertThat(statuses).contains(204).allMatch((status) -> status == 204 || status == 401 || status == 404);
		this.events.await(ResidentDeleted.TOPIC, ResidentDeleted.TYPE,
				(body) -> body.path("residentId").asString().equals(this.account));
		assertThat(this.events.all(ResidentDeleted.TOPIC)).filteredOn((event) -> event.key().equals(this.account))
			.filteredOn((event) -> event.type().equals(ResidentDeleted.TYPE))
			.hasSize(1);
	}

	private ResponseSpec deleting() {
		return this.fixture.postAs("/api/v1/me/deletion", this.own.accessToken());
	}

}

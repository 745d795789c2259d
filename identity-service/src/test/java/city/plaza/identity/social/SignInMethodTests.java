package city.plaza.identity.social;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** The sign-in methods of somebody who is signed in. */
@PlazaTest
class SignInMethodTests {

	private static final String METHODS = "/api/v1/me/sign-in-methods";

	private static final String CONNECTIONS = "/internal/v1/me/provider-connections";

	private final String email = IdentityFixture.newEmail();

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private TestEvents events;

	@Test
	void areListed() {
		String token = this.social.accessTokenOf(this.social.resident("first", this.subject, this.email));
		JsonNode methods = methods(token);
		assertThat(methods.get("hasPassword").asBoolean()).isFalse();
		assertThat(methods.get("items").size()).isOne();
		assertThat(methods.get("items").get(0).get("provider").asString()).isEqualTo("first");
		assertThat(methods.get("items").get(0).get("email").asString()).isEqualTo(this.email);
		assertThat(methods(this.identity.resident(IdentityFixture.newEmail()).accessToken()).get("hasPassword")
			.asBoolean()).isTrue();
	}

	@Test
	void areConnectedByWhoHasJustSignedIn() {
		String token = this.identity.resident(this.email).accessToken();
		assertThat(connect(token, "first").step()).isEqualTo("connected");
		String session = this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(session)).email()).isEqualTo(this.email);
		assertThat(connect(token, "first").step()).as("once more").isEqualTo("connected");
		awaitChange(this.identity.me(token).id(), "sign-in-method-added");
	}

	@Test
	void askForANewSignInWhereThereIsNoPassword() {
		this.social.resident("first", this.subject, this.email);
		String session = this.social.comeBack("first", Map.of("sub", this.subject)).theSession();
		this.identity.clock().pass(Duration.ofMinutes(11));
		String token = this.social.accessTokenOf(session);
		assertThat(refusal(connecting(token))).isEqualTo("proof-needed");
		assertThat(refusal(
				this.social.postAs("/api/v1/sessions/current/proof", Map.of("currentPassword", "anything"), token)))
			.isEqualTo("sign-in-again");
		String again = this.social
			.accessTokenOf(this.social.comeBack("first", Map.of("sub", this.subject)).theSession());
		connecting(again).expectStatus().isOk();
	}

	@Test
	void areNotConnectedInAnotherBrowserOrAfterSigningOut() {
		String token = this.identity.resident(this.email).accessToken();
		SocialFixture.Started started = SocialFixture.started("first", connecting(token));
		StubProvider.Callback back = this.social.stub("first").signIn(started.address(), Map.of("sub", this.subject));
		assertThat(this.social.receive(started, back).endedBecause()).as("not signed in").isEqualTo("expired");
		String other = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		SocialFixture.Started again = SocialFixture.started("first", connecting(token));
		assertThat(receive(again, other).endedBecause()).as("another account").isEqualTo("expired");
		assertThat(this.social.comeBack("first", Map.of("sub", this.subject)).step()).isEqualTo("unknown");
	}

	@Test
	void belongToOneAccount() {
		this.social.resident("first", this.subject, this.email);
		String token = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		assertThat(connect(token, "first").endedBecause()).isEqualTo("taken");
		assertThat(methods(token).get("items").size()).isZero();
	}

	@Test
	void areRemovedButNeverTheLast() {
		String token = this.social.accessTokenOf(this.social.resident("first", this.subject, this.email));
		String only = methods(token).get("items").get(0).get("id").asString();
		assertThat(refusal(removing(token, only))).isEqualTo("last-sign-in-method");
		assertThat(connect(token, "second").step()).isEqualTo("connected");
		List<String> ids = methods(token).get("items").valueStream().map((each) -> each.get("id").asString()).toList();
		List<Integer> statuses = IdentityFixture.atOnce(2,
				(number) -> IdentityFixture.status(removing(token, ids.get(number))));
		assertThat(statuses).containsExactlyInAnyOrder(204, 409);
		assertThat(methods(token).get("items").size()).isOne();
		awaitChange(this.identity.me(token).id(), "sign-in-method-removed");
	}

	@Test
	void areRemovedByTheirHolderAlone() {
		String token = this.identity.resident(this.email).accessToken();
		connect(token, "first");
		String id = methods(token).get("items").get(0).get("id").asString();
		String other = this.identity.resident(IdentityFixture.newEmail()).accessToken();
		assertThat(refusal(removing(other, id))).isEqualTo("not-found");
		assertThat(refusal(removing(other, "none"))).isEqualTo("not-found");
		assertThat(IdentityFixture.status(this.social.postAs(METHODS + "/" + id + "/removal", Map.of(), null)))
			.isEqualTo(401);
		removing(token, id).expectStatus().isNoContent();
		assertThat(this.social.comeBack("first", Map.of("sub", this.subject)).step()).isEqualTo("unknown");
	}

	private JsonNode methods(String token) {
		return IdentityFixture.json(this.identity.get(METHODS, token).expectStatus().isOk());
	}

	private SocialFixture.Result connect(String token, String provider) {
		return receive(
				SocialFixture.started(provider, this.social.postAs(CONNECTIONS, Map.of("provider", provider), token)),
				token);
	}

	private SocialFixture.Result receive(SocialFixture.Started started, String token) {
		StubProvider.Callback back = this.social.stub(started.provider())
			.signIn(started.address(), Map.of("sub", this.subject));
		return this.social.receive(Map.of("provider", started.provider(), "flow", started.flow(), "state", back.state(),
				"code", back.code()), token);
	}

	private ResponseSpec connecting(String token) {
		return this.social.postAs(CONNECTIONS, Map.of("provider", "first"), token);
	}

	private ResponseSpec removing(String token, String id) {
		return this.social.postAs(METHODS + "/" + id + "/removal", Map.of(), token);
	}

	private static String refusal(ResponseSpec response) {
		return IdentityFixture.problem(response);
	}

	private void awaitChange(UUID account, String change) {
		Awaitility.await(change)
			.until(() -> this.events.all("identity.security")
				.stream()
				.anyMatch((event) -> event.key().equals(account.toString())
						&& event.body().get("change").asString().equals(change)));
	}

}

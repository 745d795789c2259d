package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.secondfactor.totp.TestApp;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service of its own: in the others' settings nobody has to have a second factor. */
@PlazaTest
@TestPropertySource(properties = "plaza.identity.second-factor.required-of=everyone")
class RequiredFactorTests {

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private SecondFactorFixture fixture;

	@Test
	void letsNobodyInWhoHasNoneAndHasOneAdded() {
		String email = IdentityFixture.newEmail();
		this.identity.resident(email);
		JsonNode asked = IdentityFixture
			.json(this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isAccepted());
		assertThat(asked.get("methods")).extracting(JsonNode::asString).containsExactly("add-totp", "add-passkey");
		String pending = asked.get("pendingToken").asString();
		this.fixture.completing(pending, "123456").expectStatus().isUnauthorized();
		TestApp app = begin(pending);
		assertThat(IdentityFixture
			.problem(this.fixture.completing(pending, app.wrongCode()).expectStatus().isEqualTo(422)))
			.isEqualTo("wrong-second-factor");
		JsonNode added = IdentityFixture.json(this.fixture.completing(pending, app.code()).expectStatus().isCreated());
		assertThat(added.get("recoveryCodes")).hasSize(10);
		assertThat(this.identity.me(added.get("accessToken").asString()).email()).isEqualTo(email);
		assertThat(this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isAccepted()).isNotNull();
	}

	/** A second sign-in that was begun before adds no other app once there is one. */
	@Test
	void addsNoAppToAnAccountThatHasOne() {
		String email = IdentityFixture.newEmail();
		this.identity.resident(email);
		String owners = this.fixture.pending(email);
		String others = this.fixture.pending(email);
		TestApp app = begin(owners);
		this.fixture.completing(owners, app.code()).expectStatus().isCreated();
		this.identity.post(SecondFactorFixture.COMPLETE + "/authenticator", Map.of("pendingToken", others))
			.expectStatus()
			.isUnauthorized();
		this.identity.clock().pass(Duration.ofMinutes(1));
		this.fixture.completing(others, app.code()).expectStatus().isUnauthorized();
	}

	@Test
	void keepsTheLastFactor() {
		String email = IdentityFixture.newEmail();
		this.identity.resident(email);
		String pending = this.fixture.pending(email);
		TestApp app = begin(pending);
		String token = IdentityFixture.tokens(this.fixture.completing(pending, app.code()).expectStatus().isCreated())
			.accessToken();
		assertThat(IdentityFixture.problem(this.identity.delete(SecondFactorFixture.FACTORS + "/authenticator", token)
			.expectStatus()
			.isEqualTo(409))).isEqualTo("last-factor");
	}

	private TestApp begin(String pending) {
		JsonNode setup = IdentityFixture
			.json(this.identity.post(SecondFactorFixture.COMPLETE + "/authenticator", Map.of("pendingToken", pending))
				.expectStatus()
				.isOk());
		return new TestApp(setup.get("key").asString(), this.identity.clock());
	}

}

package city.plaza.identity.legacy;

import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A copy of the own data holds what the portal before knew, and is noted. */
@PlazaTest
class DataCopyTests {

	@Autowired
	private LegacyFixture legacy;

	@Autowired
	private IdentityFixture identity;

	private final String email = IdentityFixture.newEmail();

	@Test
	void holdsWhatThePortalBeforeKnewOfItsHolderAlone() {
		this.legacy.has(LegacyFixture.row(this.email, "100235 100234"));
		JsonNode earlier = copy(this.identity.resident(this.email)).path("earlierAccounts");
		assertThat(earlier.size()).isOne();
		JsonNode copy = earlier.get(0);
		assertThat(copy.path("email").asString()).isEqualTo(this.email);
		assertThat(copy.path("phone").asString()).isEqualTo("+13125550123");
		assertThat(copy.path("address").path("line1").asString()).isEqualTo("125 Main St");
		assertThat(copy.path("customerNumbers").values()).extracting(JsonNode::asString)
			.containsExactly("100234", "100235");
		assertThat(copy.path("reclaimedAt").asString()).isNotEmpty();
		assertThat(copy(this.identity.resident(IdentityFixture.newEmail())).path("earlierAccounts").size()).isZero();
	}

	@Test
	void holdsTheRecordOfEachAddressThatTheAccountHad() {
		String second = IdentityFixture.newEmail();
		this.legacy.has(LegacyFixture.row(this.email, "100235"));
		this.legacy.has(LegacyFixture.row(second, "100236"));
		Tokens own = this.identity.resident(this.email);
		String change = IdentityFixture.text(
				this.identity.post("/api/v1/me/email-changes", Map.of("email", second), own.accessToken(), "192.0.2.9")
					.expectStatus()
					.isAccepted(),
				"id");
		this.identity
			.post("/api/v1/me/email-changes/" + change + "/confirmation", Map.of("code", this.identity.codeOf(change)),
					own.accessToken(), "192.0.2.9")
			.expectStatus()
			.isNoContent();
		assertThat(copy(own).path("earlierAccounts").values()).extracting((record) -> record.path("email").asString())
			.containsExactly(this.email, second);
	}

	@Test
	void isNoted() {
		Tokens own = this.identity.resident(this.email);
		UUID id = this.identity.me(own.accessToken()).id();
		copy(own);
		copy(own);
		assertThat(this.legacy.trail("data-exported", id.toString())).hasSize(2)
			.allSatisfy((entry) -> assertThat(entry).containsEntry("actor", id).containsEntry("role", "resident"));
	}

	private JsonNode copy(Tokens own) {
		return IdentityFixture
			.json(this.identity.postAs("/api/v1/me/data-copies", own.accessToken()).expectStatus().isOk());
	}

}

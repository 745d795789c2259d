package city.plaza.identity.social;

import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.legacy.LegacyFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider that vouches for the address of an old account proves it. */
@PlazaTest
class ReclaimBySocialTests {

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Autowired
	private LegacyFixture legacy;

	private final String email = IdentityFixture.newEmail();

	@Test
	void comesBackToWhoSignsInWithItsAddress() {
		this.legacy.has(LegacyFixture.row(this.email, "100234"));
		String session = this.social.resident("first", UUID.randomUUID().toString(), this.email);
		String id = this.identity.me(this.social.accessTokenOf(session)).id().toString();
		assertThat(this.legacy.reclaimed(id).path("customerNumbers").get(0).asString()).isEqualTo("100234");
	}

	@Test
	void staysWhereTheProviderDoesNotVouchForTheAddress() {
		this.legacy.has(LegacyFixture.row(this.email, "100234"));
		String ticket = this.social
			.comeBack("first",
					Map.of("sub", UUID.randomUUID().toString(), "email", this.email, "email_verified", false))
			.theTicket();
		this.social.creating(ticket).expectStatus().is4xxClientError();
		assertThat(this.legacy.isReclaimed(this.email)).isFalse();
	}

}

package city.plaza.identity.registration;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class MainJobTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	@Test
	void makesAResidentOfARegistrationWhoCanSignInAndOut() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		IdentityFixture.Tokens first = IdentityFixture
			.tokens(this.fixture.confirming(registration, code).expectStatus().isCreated());
		assertThat(first.tokenType()).isEqualTo("Bearer");
		assertThat(first.expiresIn()).isBetween(1L, 300L);
		JsonNode me = IdentityFixture.json(this.fixture.get("/api/v1/me", first.accessToken()).expectStatus().isOk());
		assertThat(me.get("email").asString()).isEqualTo(this.email);
		assertThat(me.get("givenName").asString()).isEqualTo("Pat");
		assertThat(me.get("familyName").asString()).isEqualTo("Example");
		assertThat(me.get("roles")).isEmpty();
		assertThat(me.get("lastSignInAt").isNull()).isTrue();
		this.fixture.delete("/api/v1/sessions/current", first.accessToken()).expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", first.accessToken()).expectStatus().isUnauthorized();
		IdentityFixture.Tokens second = this.fixture.signIn(this.email.toUpperCase(java.util.Locale.ROOT));
		JsonNode again = IdentityFixture
			.json(this.fixture.get("/api/v1/me", second.accessToken()).expectStatus().isOk());
		assertThat(again.get("lastSignInAt").isNull()).isFalse();
		JsonNode event = this.events.await(IdentityFixture.RESIDENTS, "ResidentRegistered",
				(body) -> body.get("email").asString().equals(this.email));
		GoldenSamples.assertMatches(IdentityFixture.RESIDENTS, "ResidentRegistered", event);
		assertThat(event.get("residentId")).isEqualTo(me.get("id"));
	}

}

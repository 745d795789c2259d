package city.plaza.identity.registration;

import java.util.List;
import java.util.Locale;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Me;
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
		Me me = this.fixture.me(first.accessToken());
		assertThat(me).isEqualTo(new Me(me.id(), this.email, "Pat", "Example", List.of(), me.registeredAt(), null));
		this.fixture.delete("/api/v1/sessions/current", first.accessToken()).expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", first.accessToken()).expectStatus().isUnauthorized();
		IdentityFixture.Tokens second = this.fixture.signIn(this.email.toUpperCase(Locale.ROOT));
		assertThat(this.fixture.me(second.accessToken()).lastSignInAt()).isNotNull();
		JsonNode event = this.events.await(IdentityFixture.RESIDENTS, "ResidentRegistered",
				(body) -> body.get("email").asString().equals(this.email));
		GoldenSamples.assertMatches(IdentityFixture.RESIDENTS, "ResidentRegistered", event);
		assertThat(event.get("residentId").asString()).isEqualTo(me.id().toString());
	}

}

package city.plaza.identity.lookup;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Finance finds a resident by the email the resident tells, and nobody else does. */
@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class ResidentLookupTests {

	private static final String LOOKUP = "/api/v1/residents/lookup";

	@Autowired
	private WebTestClient client;

	@Autowired
	private IdentityFixture fixture;

	@Test
	void findsAResidentWhoeverWroteTheAddress(CapturedOutput output) {
		String email = IdentityFixture.newEmail();
		this.fixture.resident(email);
		String id = lookUp(finance(), Map.of("email", " " + email.toUpperCase(Locale.ROOT))).expectStatus()
			.isOk()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody()
			.get("id")
			.toString();
		assertThat(UUID.fromString(id)).isNotNull();
		assertThat(output.getOut()).contains("looked up a resident by email, found " + id)
			.doesNotContain(email.toLowerCase(Locale.ROOT));
	}

	@Test
	void findsNeitherStaffNorNobody() {
		lookUp(finance(), Map.of("email", "nobody." + UUID.randomUUID() + "@example.org")).expectStatus().isNotFound();
		lookUp(finance(), Map.of("email", "finance@fairhaven.example")).expectStatus().isNotFound();
		for (String wrong : new String[] { " ", "pat", "pat@" }) {
			lookUp(finance(), Map.of("email", wrong)).expectStatus().isEqualTo(422);
		}
	}

	@Test
	void isForFinanceAlone() {
		Map<String, String> anybody = Map.of("email", IdentityFixture.newEmail());
		String email = IdentityFixture.newEmail();
		this.fixture.resident(email);
		String resident = this.fixture.signIn(email).accessToken();
		lookUp(resident, anybody).expectStatus().isForbidden();
		lookUp(resident, Map.of("email", email)).expectStatus().isForbidden();
		lookUp(null, anybody).expectStatus().isUnauthorized();
	}

	private String finance() {
		return IdentityFixture.text(this.fixture.signingIn("finance@fairhaven.example", "a till of many drawers")
			.expectStatus()
			.isCreated(), "accessToken");
	}

	private ResponseSpec lookUp(@Nullable String token, Map<String, String> body) {
		return this.client.post().uri(LOOKUP).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).bodyValue(body).exchange();
	}

}

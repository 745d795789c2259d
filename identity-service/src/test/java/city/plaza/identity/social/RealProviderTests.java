package city.plaza.identity.social;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The flow at the provider of a local suite, which somebody else wrote: where it runs,
 * with
 * {@code -Dplaza.identity.social.providers.real.issuer=http://localhost:18086/test-id}
 * and the same for {@code client-id}, {@code client-secret} and {@code name.en}.
 */
@PlazaTest
@EnabledIfSystemProperty(named = "plaza.identity.social.providers.real.issuer", matches = "http.*")
class RealProviderTests {

	private final String email = IdentityFixture.newEmail();

	private final String subject = UUID.randomUUID().toString();

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@Test
	void registersAndSignsInAgain() throws IOException, InterruptedException {
		String ticket = comeBack().theTicket();
		assertThat(this.social.next(ticket).get("step").asString()).isEqualTo("register");
		this.social.creating(ticket).expectStatus().isCreated();
		String session = comeBack().theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(session)).email()).isEqualTo(this.email);
	}

	private SocialFixture.Result comeBack() throws IOException, InterruptedException {
		SocialFixture.Started started = this.social.start("real");
		String form = "username=" + this.subject + "&claims=" + URLEncoder
			.encode("{\"email\":\"" + this.email + "\",\"email_verified\":true}", StandardCharsets.UTF_8);
		try (HttpClient browser = HttpClient.newHttpClient()) {
			HttpResponse<String> response = browser.send(HttpRequest.newBuilder(started.address())
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.ofString());
			URI back = URI.create(response.headers().firstValue("Location").orElseThrow());
			Map<String, String> query = UriComponentsBuilder.fromUri(back).build().getQueryParams().toSingleValueMap();
			return this.social.receive(Map.of("provider", "real", "flow", started.flow(), "state",
					String.valueOf(query.get("state")), "code", String.valueOf(query.get("code"))), null);
		}
	}

}

package city.plaza.identity.social;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The flow at a provider that somebody else wrote and a city may run:
 * {@code ./plaza test -Pkeycloak -pl identity-service -am}. Not part of every test run,
 * for its download of 180 MB.
 */
@PlazaTest
@EnabledIfSystemProperty(named = Keycloak.HOME, matches = ".+")
class KeycloakTests {

	private static final Keycloak.User PROVED = new Keycloak.User("pat", IdentityFixture.newEmail(), true);

	private static final Keycloak.User UNPROVED = new Keycloak.User("robin", IdentityFixture.newEmail(), false);

	private static Keycloak keycloak;

	@Autowired
	private SocialFixture social;

	@Autowired
	private IdentityFixture identity;

	@BeforeAll
	static void start() throws IOException {
		keycloak = Keycloak.start(List.of(PROVED, UNPROVED));
	}

	@AfterAll
	static void stop() {
		keycloak.close();
	}

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry properties) {
		String prefix = "plaza.identity.social.providers.keycloak.";
		properties.add(prefix + "issuer", () -> keycloak.issuer());
		properties.add(prefix + "client-id", () -> StubProvider.CLIENT);
		properties.add(prefix + "client-secret", () -> StubProvider.SECRET);
		properties.add(prefix + "name.en", () -> "Keycloak");
	}

	@Test
	void registersAndSignsInAgain() throws IOException, InterruptedException {
		String ticket = comeBack(PROVED).theTicket();
		assertThat(this.social.next(ticket).get("step").asString()).isEqualTo("register");
		this.social.creating(ticket).expectStatus().isCreated();
		String session = comeBack(PROVED).theSession();
		assertThat(this.identity.me(this.social.accessTokenOf(session)).email()).isEqualToIgnoringCase(PROVED.email());
	}

	@Test
	void asksForAnAddressThatTheRealmDoesNotVouchFor() throws IOException, InterruptedException {
		assertThat(this.social.next(comeBack(UNPROVED).theTicket()).get("step").asString()).isEqualTo("email");
	}

	@Test
	void takesACodeOnce() throws IOException, InterruptedException {
		SocialFixture.Started started = this.social.start("keycloak");
		Map<String, String> back = query(Keycloak.signIn(started.address(), PROVED));
		receive(started, back);
		assertThat(receive(started, back).step()).isEqualTo("ended");
	}

	private SocialFixture.Result comeBack(Keycloak.User user) throws IOException, InterruptedException {
		SocialFixture.Started started = this.social.start("keycloak");
		return receive(started, query(Keycloak.signIn(started.address(), user)));
	}

	private SocialFixture.Result receive(SocialFixture.Started started, Map<String, String> back) {
		return this.social
			.receive(Map.of("provider", "keycloak", "flow", started.flow(), "state", String.valueOf(back.get("state")),
					"code", String.valueOf(back.get("code")), "issuer", String.valueOf(back.get("iss"))), null);
	}

	private static Map<String, String> query(URI back) {
		Map<String, String> query = UriComponentsBuilder.fromUri(back).build(true).getQueryParams().toSingleValueMap();
		query.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
		return query;
	}

}

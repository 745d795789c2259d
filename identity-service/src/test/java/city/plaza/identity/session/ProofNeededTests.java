package city.plaza.identity.session;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.security.Caller;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who finds a session open changes nothing by which others could get into the account.
 */
@PlazaTest
class ProofNeededTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private WebTestClient client;

	@Autowired
	private RecentProof proof;

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			POST   | /api/v1/me/deletion                                             | {}
			POST   | /api/v1/me/email-changes                                        | {"email":"new@example.com"}
			POST   | /api/v1/me/sign-in-methods/0197a000-0000-7000-8000-0000000000aa/removal | {}
			POST   | /internal/v1/me/provider-connections                            | {"provider":"first"}
			POST   | /api/v1/me/second-factor/authenticator                          | {}
			POST   | /api/v1/me/second-factor/authenticator/confirmation             | {"code":"123456"}
			DELETE | /api/v1/me/second-factor/authenticator                          | {}
			POST   | /api/v1/me/second-factor/recovery-codes                         | {}
			POST   | /api/v1/me/second-factor/passkeys/options                       | {}
			POST   | /api/v1/me/second-factor/passkeys                               | {"name":"Laptop","credential":{}}
			DELETE | /api/v1/me/second-factor/passkeys/0197a000-0000-7000-8000-0000000000aa  | {}
			""")
	void needAProofOfTheLastTenMinutes(String method, String path, String body) {
		IdentityFixture.Tokens tokens = this.fixture.resident(this.email);
		this.fixture.clock().pass(Duration.ofMinutes(10));
		String token = IdentityFixture.tokens(this.fixture.refreshing(tokens.refreshToken())).accessToken();
		WebTestClient.ResponseSpec response = this.client.method(HttpMethod.valueOf(method))
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
		assertThat(IdentityFixture.problem(response.expectStatus().isForbidden())).isEqualTo("proof-needed");
	}

	/** The caller's token was checked a moment before the session ended. */
	@Test
	void needASessionThatHasNotEndedMeanwhile() {
		String token = this.fixture.resident(this.email).accessToken();
		UUID account = this.fixture.me(token).id();
		UUID session = UUID.fromString(
				IdentityFixture.json(this.fixture.get("/api/v1/me/sessions", token)).at("/items/0/id").asString());
		this.fixture.delete("/api/v1/me/sessions", token).expectStatus().isNoContent();
		Caller caller = new Caller(account, session, "Pat", "Example", Set.of());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.proof.required(caller).block())
			.withMessageStartingWith("unauthenticated");
	}

}

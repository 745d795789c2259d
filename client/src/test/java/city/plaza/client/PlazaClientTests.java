package city.plaza.client;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlazaClientTests {

	private static final String TOKENS = """
			{"accessToken": "abc", "tokenType": "Bearer", "expiresIn": 300, "refreshToken": "next", "new": true}""";

	private final ApiServer server = new ApiServer();

	private final PlazaClient plaza = PlazaClient.at(this.server.address());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void registersAndConfirms() throws InterruptedException {
		this.server.responds(202, "{\"id\": \"00000000-0000-0000-0000-000000000007\"}");
		UUID registration = this.plaza
			.register(new NewResident("ann@fairhaven.example", "a long passphrase", "Ann", "Resident"));
		assertThat(registration).isEqualTo(new UUID(0, 7));
		assertThat(this.server.last().request()).isEqualTo("POST /api/v1/registrations");
		assertThat(this.server.last().body()).contains("\"email\":\"ann@fairhaven.example\"",
				"\"password\":\"a long passphrase\"", "\"givenName\":\"Ann\"", "\"familyName\":\"Resident\"");

		this.server.responds(201, TOKENS);
		Tokens tokens = this.plaza.confirm(registration, "12345678");
		assertThat(tokens).isEqualTo(new Tokens("abc", 300, "next"));
		assertThat(this.server.last().request())
			.isEqualTo("POST /api/v1/registrations/00000000-0000-0000-0000-000000000007/confirmation");
		assertThat(this.server.last().body()).isEqualTo("{\"code\":\"12345678\"}");
	}

	@Test
	void sendsTheTokenOnlyOnceSignedIn() throws InterruptedException {
		this.server.responds(201, TOKENS);
		Tokens tokens = this.plaza.signIn("ann@fairhaven.example", "secret");
		assertThat(this.server.last().authorization()).isEmpty();

		this.server.responds(204, "");
		this.plaza.resident(tokens).signOut();
		assertThat(this.server.last().request()).isEqualTo("DELETE /api/v1/sessions/current");
		assertThat(this.server.last().authorization()).isEqualTo("Bearer abc");
	}

	@Test
	void throwsTheStatusTheCodeAndTheBodyOfARefusal() {
		this.server.responds(401, "{\"code\": \"wrong-credentials\", \"status\": 401}");
		assertThatExceptionOfType(UnexpectedResponse.class)
			.isThrownBy(() -> this.plaza.signIn("ann@fairhaven.example", "wrong"))
			.satisfies((refusal) -> {
				assertThat(refusal.status()).isEqualTo(401);
				assertThat(refusal.code()).isEqualTo("wrong-credentials");
				assertThat(refusal.body()).contains("\"status\": 401");
				assertThat(refusal).hasMessageContaining("POST /api/v1/sessions: 401")
					.hasMessageNotContaining("wrong\"");
			});
	}

	@Test
	void toleratesARefusalThatIsNoProblem() {
		this.server.responds(502, "<html>" + "x".repeat(1000));
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> this.plaza.signIn("a", "b"))
			.satisfies((refusal) -> {
				assertThat(refusal.code()).isEmpty();
				assertThat(refusal.body()).hasSize(1006);
				assertThat(refusal.getMessage()).hasSizeLessThan(500);
			});
	}

	@Test
	void takesAnotherBodyThanTheApiDescribesForUnexpected() {
		this.server.responds(201, "{\"accessToken\": \"abc\"}");
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> this.plaza.signIn("a", "b"))
			.withMessageContaining("accessToken");
	}

	@Test
	void reportsThatThereIsNoResponse() {
		PlazaClient nobody = PlazaClient.at(URI.create("http://127.0.0.1:9"));
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> nobody.signIn("a", "b"))
			.withMessageContaining("no response")
			.satisfies((failure) -> assertThat(failure.status()).isZero());
	}

}

package city.plaza.identity;

import java.io.IOException;
import java.nio.file.Path;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.api.ApiDescription;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class OpenApiTests {

	/** Of operations that nobody but the portal calls; they are not described. */
	private static final String[] OF_THE_PORTAL = { "account-exists", "provider-account-taken", "provider-unavailable",
			"social-sign-in-expired", "unknown-app" };

	@Autowired
	private WebTestClient client;

	@Test
	void describesEverythingWithExamples() {
		assertThat(ApiDescription.of(this.client).gaps()).isEmpty();
	}

	@Test
	void documentsEveryProblemCode() {
		assertThat(ApiDescription.of(this.client).undocumentedCodes(IdentityApplication.class, OF_THE_PORTAL))
			.isEmpty();
	}

	@Test
	void breaksNoClientOfTheReleasedApi() throws IOException {
		assertThat(ApiDescription.of(this.client).changes(Path.of("../docs/api/v1/identity.json"))).isEmpty();
	}

}

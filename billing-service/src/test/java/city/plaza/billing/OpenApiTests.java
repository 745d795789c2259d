package city.plaza.billing;

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

	@Autowired
	private WebTestClient client;

	@Test
	void describesEverythingWithExamples() {
		assertThat(ApiDescription.of(this.client).gaps()).isEmpty();
	}

	@Test
	void documentsEveryProblemCode() {
		// The last one stands in a file beside that of the import folder.
		assertThat(ApiDescription.of(this.client)
			.undocumentedCodes(BillingApplication.class, "plaza-uploads", "unreadable-file")).isEmpty();
	}

	@Test
	void breaksNoClientOfTheReleasedApi() throws IOException {
		assertThat(ApiDescription.of(this.client).changes(Path.of("../docs/api/v1/billing.json"))).isEmpty();
	}

}

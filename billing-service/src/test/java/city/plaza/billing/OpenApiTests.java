package city.plaza.billing;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlazaTest
class OpenApiTests {

	@Autowired
	private WebTestClient client;

	@Test
	void describesTheApi() {
		WebTestClient roomy = this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1024 * 1024))
			.build();
		roomy.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.info.title")
			.isEqualTo("Billing")
			.jsonPath("$.paths['/api/v1/customers/{customerNumber}/bills'].get.summary")
			.exists()
			.jsonPath("$.paths['/api/v1/bills/{billNumber}'].get")
			.exists()
			.jsonPath("$.paths['/api/v1/finance/imports'].post.requestBody.content['multipart/form-data']")
			.exists()
			.jsonPath("$.paths['/api/v1/finance/exports/web-payments'].get")
			.exists();
	}

}

package city.plaza.platform.runtime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PublicUrlTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://plaza.example", "plaza.example" })
	void refusesAnAddressWithoutEncryption(String url) {
		assertThat(new PublicUrl().violations(new MockEnvironment().withProperty("plaza.public-url", url)))
			.singleElement()
			.asString()
			.contains("plaza.public-url (set PLAZA_PUBLIC_URL)", url)
			.hasLineCount(1);
	}

	@Test
	void takesAnEncryptedOne() {
		assertThat(new PublicUrl()
			.violations(new MockEnvironment().withProperty("plaza.public-url", "https://plaza.example"))).isEmpty();
	}

}

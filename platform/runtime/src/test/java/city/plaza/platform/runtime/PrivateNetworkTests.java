package city.plaza.platform.runtime;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateNetworkTests {

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("eureka.client.service-url.defaultZone", "http://discovery:8761/eureka/")
		.withProperty("plaza.security.jwk-set-uri", "http://identity-service/.well-known/jwks.json");

	@Test
	void refusesPlainHttpInOneLine() {
		assertThat(violations()).singleElement()
			.asString()
			.contains("'tls'", "PLAZA_EUREKA_URL", "PLAZA_JWK_SET_URI", "PLAZA_PRIVATE_NETWORK")
			.hasLineCount(1);
	}

	@Test
	void refusesKeysFromAnAddressThatCanBeImpersonated() {
		this.environment.withProperty("plaza.tls.bundle", "plaza")
			.withProperty("eureka.client.service-url.defaultZone", "https://discovery:8761/eureka/");
		assertThat(violations()).singleElement()
			.asString()
			.contains("PLAZA_JWK_SET_URI")
			.doesNotContain("EUREKA", "'tls'");
	}

	@Test
	void takesHttpsAndANetworkThatIsPrivate() {
		this.environment.withProperty("plaza.private-network", "true");
		assertThat(violations()).isEmpty();
		this.environment.withProperty("plaza.private-network", "false")
			.withProperty("plaza.tls.bundle", "plaza")
			.withProperty("eureka.client.service-url.defaultZone", "https://discovery:8761/eureka/")
			.withProperty("plaza.security.jwk-set-uri", "https://identity.internal.example/.well-known/jwks.json");
		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a/", "HTTP://a/", "Http://user:pw@a/", "https://a/,http://b/",
			"https://a/, HTTP://b/" })
	void seesPlainHttpHoweverItIsWrittenAndAmongOthers(String address) {
		this.environment.withProperty("plaza.tls.bundle", "plaza")
			.withProperty("eureka.client.service-url.defaultZone", address)
			.withProperty("plaza.security.jwk-set-uri", "https://a/");
		assertThat(violations()).singleElement().asString().contains("PLAZA_EUREKA_URL").doesNotContain("pw");
	}

	private List<String> violations() {
		return new PrivateNetwork().violations(this.environment);
	}

}

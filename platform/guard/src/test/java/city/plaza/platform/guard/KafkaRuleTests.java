package city.plaza.platform.guard;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "PLAINTEXT", "SASL_PLAINTEXT" })
	void refusesABrokerThatMayBeAnybodysInOneLine(String protocol) {
		assertThat(violations(protocol, false)).singleElement()
			.asString()
			.contains("PLAZA_KAFKA_PROTOCOL", protocol)
			.hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SASL_SSL", "SSL" })
	void takesAnEncryptedOneThatAsksWhoIsCalling(String protocol) {
		assertThat(violations(protocol, false)).isEmpty();
	}

	@Test
	void aPrivateNetworkReplacesEncryptionButNotTheCredential() {
		assertThat(violations("SASL_PLAINTEXT", true)).isEmpty();
		assertThat(violations("PLAINTEXT", true)).hasSize(1);
	}

	private static List<String> violations(String protocol, boolean privately) {
		return new KafkaRule().violations(new MockEnvironment().withProperty("spring.kafka.security.protocol", protocol)
			.withProperty("plaza.private-network", Boolean.toString(privately)));
	}

}

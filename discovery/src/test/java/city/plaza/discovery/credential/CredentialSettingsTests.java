package city.plaza.discovery.credential;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CredentialSettingsTests {

	private final DigestEncoder encoder = new DigestEncoder();

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void refuseAnEmptyPasswordAndNameIt(String password) {
		Map<String, String> passwords = Map.of("portal", password, "gateway", "secret");
		assertThatIllegalArgumentException().isThrownBy(() -> new CredentialSettings(passwords))
			.withMessage("plaza.discovery.passwords.portal is empty.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "dev-only-eureka-portal", " ", "", "Zo\u00eb \ud83d\ude00", "a:b" })
	void matchThePasswordAlone(String password) {
		String encoded = this.encoder.encode(password);
		assertThat(this.encoder.matches(password, encoded)).isTrue();
		assertThat(this.encoder.matches(password + " ", encoded)).isFalse();
		assertThat(this.encoder.matches(new StringBuilder(password).append('x'), encoded)).isFalse();
		assertThat(encoded).matches("[0-9a-f]{64}").isNotEqualTo(this.encoder.encode(password + "x"));
	}

	/** Composed and decomposed letters, upper and lower case: other secrets. */
	@ParameterizedTest
	@CsvSource({ "\u00e9, e\u0301", "Secret, secret", "a, \u0430" })
	void areNotTheSameBecauseTheyLookAlike(String one, String other) {
		assertThat(this.encoder.matches(one, this.encoder.encode(other))).isFalse();
	}

	@Test
	void matchNothingByNothing() {
		assertThat(this.encoder.matches(null, this.encoder.encode("x"))).isFalse();
		assertThat(this.encoder.matches("x", null)).isFalse();
		assertThat(this.encoder.encode(null)).isNull();
	}

}

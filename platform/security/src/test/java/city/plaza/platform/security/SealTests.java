package city.plaza.platform.security;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealTests {

	private final Seal seal = new AesSeal("a secret of the tests");

	@ParameterizedTest
	@ValueSource(strings = { "12345678", "", "Zoë 🏛" })
	void opensWhatItClosed(String plain) {
		assertThat(this.seal.open(this.seal.close(plain, "registration-1"), "registration-1")).isEqualTo(plain);
	}

	@Test
	void opensWhatAnotherInstanceClosed() {
		assertThat(new AesSeal("a secret of the tests").open(this.seal.close("12345678", "a"), "a"))
			.isEqualTo("12345678");
	}

	@Test
	void closesTheSameDifferentlyEachTime() {
		assertThat(this.seal.close("12345678", "a")).isNotEqualTo(this.seal.close("12345678", "a"));
	}

	@Test
	void showsNothingOfTheSecret() {
		String sealed = this.seal.close("12345678", "a");
		assertThat(new String(Base64.getUrlDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
			.doesNotContain("12345678");
	}

	@Test
	void refusesAnotherContext() {
		String sealed = this.seal.close("12345678", "registration-1");
		assertRefused(sealed, "registration-2");
	}

	@Test
	void refusesAnotherSecret() {
		String sealed = new AesSeal("another secret of the tests").close("12345678", "a");
		assertRefused(sealed, "a");
	}

	@Test
	void refusesWhatWasAlteredAnywhere() {
		byte[] sealed = Base64.getUrlDecoder().decode(this.seal.close("12345678", "a"));
		for (int i = 0; i < sealed.length; i++) {
			byte[] altered = sealed.clone();
			altered[i] ^= 1;
			assertRefused(Base64.getUrlEncoder().encodeToString(altered), "a");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "AQ", "AQAAAAAAAAAAAAAAAA", "not base64 !", "12345678" })
	void refusesWhatWasNeverSealed(String sealed) {
		assertRefused(sealed, "a");
	}

	private void assertRefused(String sealed, String context) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.seal.open(sealed, context))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("12345678"));
	}

}

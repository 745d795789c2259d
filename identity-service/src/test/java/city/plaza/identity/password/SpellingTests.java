package city.plaza.identity.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTests {

	@ParameterizedTest
	@CsvSource({ "p@ssw0rd, password", "p4$$w0rd, password", "l33t, leet", "h3ll0, hello", "m1ch4el, michael",
			"8ad, bad", "6reat, great", "9reat, great", "|ove, iove", "5un, sun", "+7, tt", "2ebra, zebra",
			"plain, plain", "'', ''" })
	void readsSignsAsTheLettersThatAreMeant(String text, String letters) {
		assertThat(Spelling.letters(text)).isEqualTo(letters);
	}

	@Test
	void keepsTheLengthAndEverythingElse() {
		String text = "\u00e9\u5e02\ud83e\udda2 -_.,#%&*";
		assertThat(Spelling.letters(text)).isEqualTo(text);
		assertThat(Spelling.letters("@483691!|0$5+72")).hasSize(15).matches("[a-z]{15}");
	}

	@Test
	void changesNothingTheSecondTime() {
		String once = Spelling.letters("th1s 1s my p4$$w0rd!");
		assertThat(Spelling.letters(once)).isEqualTo(once);
	}

}

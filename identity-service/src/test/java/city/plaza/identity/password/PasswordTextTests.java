package city.plaza.identity.password;

import java.util.Random;

import city.plaza.identity.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One keyboard composes, another does not; the password is the same. */
class PasswordTextTests {

	@ParameterizedTest
	@CsvSource({ "cafe\u0301, caf\u00e9", "\u212b, \u00c5", "A\u030a, \u00c5", "\u1112\u1161\u11ab, \ud55c",
			"\uff11\uff12, 12", "\ufb01sh, fish", "\u2460, 1", "x\u00b2, x2", "\uff76\uff9e, \u30ac", "\u017f, s",
			"q\u0323\u0307, q\u0307\u0323" })
	void isTheSameHoweverItIsComposed(String one, String other) {
		assertThat(normalized(one)).isEqualTo(normalized(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nine quiet herons", "NINE", "  spaces  kept  ", "\ud83e\udda2\ud83c\udffd",
			"\u5e02\u5f79\u6240", "tab\tkept", "\ud83d\udc68\u200d\ud83d\udc69", "\ud800", "" })
	void leavesEverythingElseAsItIs(String text) {
		assertThat(normalized(text)).isEqualTo(text);
	}

	@Test
	void keepsCapitalAndSmallLettersApart() {
		assertThat(normalized("Herons")).isNotEqualTo(normalized("herons"));
		assertThat(normalized("\u00df")).isNotEqualTo(normalized("ss"));
	}

	@Test
	void changesNothingTheSecondTime() {
		Random random = new Random(20260302);
		for (int round = 0; round < 3_000; round++) {
			StringBuilder text = new StringBuilder();
			random.ints(12, 0x20, 0x3400).filter(Character::isDefined).forEach(text::appendCodePoint);
			String once = normalized(text.toString());
			assertThat(normalized(once)).as("round %s", round).isEqualTo(once);
		}
	}

	private static String normalized(String text) {
		return PasswordText.normalized(Secret.of(text));
	}

}

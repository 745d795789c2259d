package city.plaza.identity.password;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuessesTests {

	private static final WordRanks WORDS = new WordRanks();

	private static final int SEED = 20260302;

	private static final String ALPHABET = "abcdefgxyz0123456789 -!.@";

	@Test
	void areNoneForNothing() {
		assertThat(of("")).isZero();
	}

	@Test
	void areFewerForTheHoldersOwnWords() {
		String word = "quixenbury";
		assertThat(Guesses.of(WORDS, Set.of(word), word)).isEqualTo(10).isLessThan(of(word));
		assertThat(Guesses.of(WORDS, Set.of(word), "qu1xenbury")).isEqualTo(20);
	}

	@ParameterizedTest
	@CsvSource({ "password, p@ssw0rd", "password, p@$$w0rd", "michael, m1chael", "sunshine, 5un5h1ne" })
	void areHardlyMoreForSignsInPlaceOfLetters(String word, String spelt) {
		assertThat(of(spelt)).isBetween(of(word), of(word) + 10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "1234567890", "qwertyuiop", "zyxwvutsrqpo", "2468",
			"1985", "1q2w3e4r5t6y7u8i" })
	void areFewForWhatFollowsARule(String text) {
		assertThat(of(text)).isLessThanOrEqualTo(100);
	}

	@Test
	void hardlyGrowWithRepetition() {
		String once = "vq7k9xw";
		assertThat(of(once.repeat(2))).isLessThanOrEqualTo(of(once) + 30);
		assertThat(of(once.repeat(12))).isLessThanOrEqualTo(of(once) + 30);
	}

	@Test
	void growWithEachWordThatIsAdded() {
		String text = "";
		int before = 0;
		for (String word : List.of("marble", "trumpet", "cactus", "lantern", "otter")) {
			text += word;
			assertThat(of(text)).as(text).isGreaterThan(before);
			before = of(text);
		}
	}

	@Test
	void countOnlyTheBeginningOfAVeryLongText() {
		String beginning = "x7k q9m-z2w ".repeat(11).substring(0, 128);
		assertThat(of(beginning + "vw5")).isEqualTo(of(beginning));
	}

	/** Whoever has guessed the parts need not guess more. */
	@Test
	void areNoMoreThanThoseOfTheParts() {
		Random random = new Random(SEED);
		for (int round = 0; round < 300; round++) {
			String one = text(random);
			String other = text(random);
			int whole = of(one + other);
			assertThat(whole).as("seed %s, round %s: %s + %s", SEED, round, one, other)
				.isLessThanOrEqualTo(of(one) + of(other));
		}
	}

	@Test
	void areNeverMoreForAWordThatIsKnown() {
		Random random = new Random(SEED);
		for (int round = 0; round < 300; round++) {
			String text = text(random);
			int end = 1 + random.nextInt(text.length());
			String known = text.substring(random.nextInt(end), end);
			assertThat(Guesses.of(WORDS, Set.of(known), text))
				.as("seed %s, round %s: %s in %s", SEED, round, known, text)
				.isLessThanOrEqualTo(of(text));
		}
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		random.ints(1 + random.nextInt(24), 0, ALPHABET.length()).forEach((at) -> text.append(ALPHABET.charAt(at)));
		return text.toString();
	}

	private static int of(String text) {
		return Guesses.of(WORDS, Set.of(), text);
	}

}

package city.plaza.identity.password;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordRanksTests {

	private static final WordRanks WORDS = new WordRanks();

	@Test
	void makeRareWordsWorthMoreThanCommonOnes() {
		List<String> words = PasswordList.lines("passwords.txt");
		assertThat(WORDS.worthOf(words.getFirst())).isLessThan(WORDS.worthOf(words.get(4_000)));
		assertThat(WORDS.worthOf("password")).isPositive().isLessThan(50);
	}

	@Test
	void takeAWordOfSeveralListsForWhatItIsWorthInTheShortest() {
		for (String list : List.of("words.txt", "names.txt", "passwords.txt")) {
			List<String> words = PasswordList.lines(list);
			for (int rank : new int[] { 0, 1, 100, words.size() - 1 }) {
				assertThat(WORDS.worthOf(words.get(rank))).as("%s of %s", words.get(rank), list).isBetween(1, 135);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "quixenbury", "Password", "\u5e02\u5f79\u6240" })
	void knowNothingElse(String text) {
		assertThat(WORDS.worthOf(text)).isEqualTo(WordRanks.NO_WORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "words.txt", "names.txt", "passwords.txt", "phrases.txt", "own.txt" })
	void haveListsThatAreFoundAsTheyAreLookedUp(String list) {
		List<String> lines = PasswordList.lines(list);
		assertThat(lines).isNotEmpty()
			.allMatch((line) -> line.equals(line.toLowerCase(java.util.Locale.ROOT)))
			.allMatch((line) -> line.length() <= WordRanks.LONGEST, "short enough to be looked up");
		assertThat(new HashSet<>(lines)).as("each once").hasSameSizeAs(lines);
	}

}

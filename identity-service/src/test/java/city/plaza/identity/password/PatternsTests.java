package city.plaza.identity.password;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PatternsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "a|0|47", "z|0|47", "0|0|33", "9|0|33", "\u00e9|0|60",
			"\u5e02|0|60", "!|0|30", "a!b!|1|30", "a!b!|3|10", "\ud83e\udda2|0|60", "\ud83e\udda2|1|60" })
	void valueOneCharacterByItsKind(String text, int at, int worth) {
		assertThat(Patterns.character(text, at)).isEqualTo(worth);
	}

	@ParameterizedTest
	@CsvSource({ "1985, 70", "2026x, 70", "20261231, 70", "1999, 70", "1899, 0", "2100, 0", "198, 0", "19ab, 0" })
	void findAYearOfFourDigits(String text, int worth) {
		assertThat(found(text, 0).getOrDefault(4, 0)).isEqualTo(worth);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaa", "abcd", "dcba", "4567", "2468", "9876", "zyxw", "acegi" })
	void findRuns(String text) {
		assertThat(found(text, 0)).containsEntry(3, 60).containsEntry(text.length(), 60);
		assertThat(found("x#" + text, 2)).containsEntry(2 + text.length(), 60);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab", "adgj", "abd", "a", "", "a1b2", "\u5e02\u5f79\u6240" })
	void findNoRunInTwoCharactersOrLargeSteps(String text) {
		assertThat(found(text, 0)).isEmpty();
	}

	@Test
	void endARunWhereItsStepChanges() {
		assertThat(found("abcdxyz", 0)).containsOnlyKeys(3, 4);
		assertThat(found("aaab", 0)).containsOnlyKeys(3);
	}

	@Test
	void findRepetitionsOfThreeAndMore() {
		Map<Integer, Integer> found = new TreeMap<>();
		Patterns.repeat(4, 2, (worth, end) -> found.put(end, worth));
		assertThat(found).isEmpty();
		Patterns.repeat(4, 5, (worth, end) -> found.put(end, worth));
		assertThat(found).containsExactly(Map.entry(7, 30), Map.entry(8, 30), Map.entry(9, 30));
	}

	@Test
	void findNothingBehindTheEnd() {
		for (String text : new String[] { "19", "20", "qwer", "aaa", "1234567890" }) {
			for (int start = 0; start < text.length(); start++) {
				assertThat(found(text, start).keySet()).as("%s from %s", text, start)
					.allMatch((end) -> end <= text.length());
			}
		}
	}

	private static Map<Integer, Integer> found(String text, int start) {
		Map<Integer, Integer> found = new TreeMap<>();
		Patterns.find(text, start, (worth, end) -> found.merge(end, worth, Math::min));
		return found;
	}

}

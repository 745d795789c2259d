package city.plaza.identity.password;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * What a word is worth to an attacker who tries the most common ones first, in tenths of
 * a bit: the binary logarithm of its rank among words, names or passwords.
 */
@Component
class WordRanks {

	/** In characters; a longer one is guessed in parts. */
	static final int LONGEST = 40;

	/** More than any password can be worth. */
	static final int NO_WORD = 1_000_000;

	private static final int OWN = 20;

	private static final int PHRASE = 40;

	private final Map<String, Integer> worths = new HashMap<>();

	WordRanks() {
		ranked(PasswordList.lines("words.txt"));
		ranked(PasswordList.lines("names.txt"));
		ranked(PasswordList.lines("passwords.txt"));
		PasswordList.lines("phrases.txt").forEach((phrase) -> put(phrase, PHRASE));
		PasswordList.lines("own.txt").forEach((word) -> put(word, OWN));
	}

	/**
	 * What a word is worth.
	 * @param word in lower case
	 * @return tenths of a bit; {@link #NO_WORD} where it is none
	 */
	int worthOf(String word) {
		return this.worths.getOrDefault(word, NO_WORD);
	}

	private void ranked(List<String> words) {
		for (int rank = 0; rank < words.size(); rank++) {
			put(words.get(rank), (int) Math.round(10 * Math.log(rank + 2) / Math.log(2)));
		}
	}

	private void put(String word, int worth) {
		this.worths.merge(word, worth, Math::min);
	}

}

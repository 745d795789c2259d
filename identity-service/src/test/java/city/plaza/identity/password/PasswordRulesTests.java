package city.plaza.identity.password;

import java.util.List;
import java.util.Random;

import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private static final PasswordRules RULES = TestPasswords.rules();

	@ParameterizedTest
	@ValueSource(strings = { "nine quiet herons wade", "X7#kq9!mZ2$wLp4", "пятнадцать знаков", "市役所のとなりの静かな公園で会う",
			"        nine herons wade  ", "my garden has 3 plum trees", "password manager made this: h4Kz" })
	void takesWhatIsLongAndNotCommon(String password) {
		assertThat(violationOf(password)).isNull();
	}

	/** As people make them who were told to take three or four words. */
	@ParameterizedTest
	@ValueSource(strings = { "purple lantern drives slowly", "otter-canyon-ribbon-flute", "seven turnips sing at dawn",
			"my aunt's boat leaks in june", "MarbleTrumpetCactus", "velvet hammer under snow", "GrannyBakes40Pies!",
			"cobalt.raven.teapot", "we painted the shed green", "old bicycle, new horizon", "pickled beets on toast",
			"quilt maple thunder", "the llama ate my homework", "four candles and a trombone",
			"rainy tuesday in duluth", "gravel road to nowhere", "lemonade stand profits", "anchor pencil walrus gate",
			"blue suede hiking boots", "Kayaks need no brakes", "mein hund frisst keine gurken",
			"la abuela cocina con calma", "dinner was cold again, sorry", "tangerine orbit fable",
			"crumbling lighthouse stairs", "dev-only-resident-passphrase" })
	void takesPassphrasesOfHonestPeople(String password) {
		assertThat(violationOf(password)).isNull();
	}

	/** Any characters are allowed, so these alone make a password too. */
	@ParameterizedTest
	@ValueSource(strings = { "}{:<>?@~!+%^&*()_=[]|",
			"\ud83e\udda2\ud83d\udc19\ud83c\udf35\ud83d\udeb2\ud83c\udfba\ud83c\udf4b\ud83e\udde6"
					+ "\ud83e\ude81\ud83e\udd94\ud83c\udf0b\ud83e\udded\ud83e\udeb4\ud83c\udfb2\ud83e\udd80\ud83c\udf00",
			"\u20ac\u00a3\u00a5\u00a7\u00b6\u2020\u2030\u221e\u2260\u00ac\u2248\u222b\u2211\u220f\u25ca" })
	void takesManyDifferentSignsWithoutALetter(String password) {
		assertThat(violationOf(password)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "!!!!!!!!!!!!!!!!!!!!", "!@#$%^&*()!@#$%^&*()", "...---...---...---", "$$$$$$$$$$$$$$$1",
			"\ud83d\ude00\ud83d\ude01\ud83d\ude02\ud83d\ude03\ud83d\ude04\ud83d\ude05\ud83d\ude06\ud83d\ude07"
					+ "\ud83d\ude08\ud83d\ude09\ud83d\ude0a\ud83d\ude0b\ud83d\ude0c\ud83d\ude0d\ud83d\ude0e",
			"\u2764\u2b50\u2764\u2b50\u2764\u2b50\u2764\u2b50\u2764\u2b50\u2764\u2b50\u2764\u2b50\u2764\u2b50",
			"P.a.s.s.w.o.r.d.1.2.3.", "F-a-i_r-h-a_v-e-n-2_0-2-6", "pa$$word!!!!!!!!!!!!" })
	void refusesSignsThatFollowARuleOrBreakUpWords(String password) {
		assertThat(violationOf(password)).isEqualTo(PasswordViolation.TOO_COMMON);
	}

	@Test
	void knowsThousandsOfBreachedPasswords() {
		assertThat(new BreachedPasswords().size()).isGreaterThan(9_000);
		assertThat(violationOf("gargoylecarpathian")).isEqualTo(PasswordViolation.TOO_COMMON);
		assertThat(violationOf("Gargoyle-Carpathian!")).isEqualTo(PasswordViolation.TOO_COMMON);
	}

	@Test
	void judgesTheLongestPasswordsInNoTime() {
		for (String unit : List.of("\uFDFA", "a", "1q", "pa55", "nine quiet herons wade ")) {
			assertThat(violationOf(unit.repeat(128).substring(0, 128))).isNotEqualTo(PasswordViolation.TOO_LONG);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "fourteen chars", "heronswadehere",
			// 13 characters of several bytes each
			"静かな公園で会いましょう。", "éééééééé" })
	void refusesWhatIsShorterThanFifteenCharacters(String password) {
		assertThat(violationOf(password)).isEqualTo(PasswordViolation.TOO_SHORT);
	}

	@Test
	void countsCharactersAsTheyAreTypedAndAsTheyAreHashed() {
		// One ligature becomes eighteen characters when it is hashed.
		assertThat(violationOf("\uFDFA")).isEqualTo(PasswordViolation.TOO_SHORT);
		// Sixteen typed ones become eight.
		assertThat(violationOf("e\u0301u\u0301i\u0301o\u0301a\u0301n\u0303c\u0327g\u0306"))
			.isEqualTo(PasswordViolation.TOO_SHORT);
	}

	@Test
	void takesAHundredAndTwentyEightCharactersAndNoMore() {
		String words = "nine quiet herons wade through the reeds while four otters dream of silver fish and a lone bell rings over the grey river today";
		String longest = (words + "............").substring(0, 128);
		assertThat(violationOf(longest)).isNull();
		assertThat(violationOf(longest + "!")).isEqualTo(PasswordViolation.TOO_LONG);
		assertThat(violationOf("🦢".repeat(3) + longest.substring(3))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "passwordpassword", "Password12345678", "P@ssw0rd P@ssw0rd!", "aaaaaaaaaaaaaaaaaaaa",
			"abcabcabcabcabcabc", "123456789012345", "qwertyuiopasdfghjkl", "abcdefghijklmnop", "zyxwvutsrqponmlk",
			"fairhavenfairhaven", "CityOfFairhaven2026", "Plaza-Plaza-Plaza-1", "iloveyou iloveyou", "               .",
			"1qaz2wsx3edc4rfv", "letmeinletmein123", "thisisapassword", "This+is+a+password", "1q2w3e4r5t6y7u8i",
			"q1w2e3r4t5y6u7i8o9p0", "Summer2026Summer2026", "correcthorsebatterystaple", "correct horse battery staple",
			"Correct-Horse-Battery-Staple!", "zaq12wsxcde34rfv", "!QAZ2wsx#EDC4rfv", "qqwweerrttyyuuii",
			"drowssapdrowssap1", "Winter2025!Winter2025!", "iloveyouforever2", "michaeljordan23", "Th1s1sMyP4ssw0rd",
			"0123456789abcdef", "maria.rodriguez.1985", "MayTheForceBeWithYou", "highschoolmusical",
			"01/02/1985 01/02/1985", "fairhaven-city-2026", "🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢🦢" })
	void refusesWhatIsTriedFirst(String password) {
		assertThat(violationOf(password)).isEqualTo(PasswordViolation.TOO_COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rosalind.franklin", "Rosalind Franklin 1", "rosalind@example.org", "franklinrosalind12" })
	void refusesTheHoldersOwnNameAndAddress(String password) {
		assertThat(RULES.violationOf(Secret.of(password),
				List.of("Rosalind", "Franklin", "rosalind@example.org", "rosalind")))
			.isEqualTo(PasswordViolation.TOO_COMMON);
	}

	@ParameterizedTest
	@CsvSource({ "Ju\u0308rgen Mu\u0308ller, j\u00fcrgen m\u00fcller 12",
			"\uff32\uff4f\uff53\uff41lind, rosalind rosalind 9", "Zoe\u0308 Franc\u0327oise, Fran\u00e7oise.Zo\u00eb.1",
			"O'Brien-Smythe, obrien.brien.smythe" })
	void refusesTheHoldersOwnNameHoweverItIsComposed(String name, String password) {
		assertThat(RULES.violationOf(Secret.of(password), List.of(name))).isEqualTo(PasswordViolation.TOO_COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "'", "a", "\u674e", "\ud83e\udda2", "()" })
	void countsNothingWhereANameIsTooShortToBeGuessed(String name) {
		assertThat(RULES.violationOf(Secret.of("nine quiet herons wade"), List.of(name, name))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "14, TOO_SHORT", "15, ", "128, ", "129, TOO_LONG" })
	void countsAPersonsCharactersNotTheMachines(int length, @Nullable PasswordViolation violation) {
		int[] letters = "\ud842\udfb7\ud867\ude3d\ud845\ude1a\ud84d\udc96\ud85b\udff7\ud842\udf9f\ud862\udf22"
			.codePoints()
			.toArray();
		StringBuilder password = new StringBuilder();
		new Random(20260302).ints(length, 0, letters.length).forEach((at) -> password.appendCodePoint(letters[at]));
		assertThat(violationOf(password.toString())).isEqualTo(violation);
	}

	@ParameterizedTest
	@EnumSource
	void saysWhatToDoAboutEachViolation(PasswordViolation violation) {
		assertThat(violation.code()).matches("[a-z]+(-[a-z]+)*");
		assertThat(violation.message()).endsWith(".").hasSizeLessThan(200);
	}

	@Test
	void requiresOne() {
		assertThat(RULES.violationOf(null, List.of())).isEqualTo(PasswordViolation.REQUIRED);
		assertThat(violationOf("")).isEqualTo(PasswordViolation.REQUIRED);
	}

	private @Nullable PasswordViolation violationOf(String password) {
		return RULES.violationOf(Secret.of(password), List.of("Pat", "Example", "pat@example.org", "pat"));
	}

}

package city.plaza.identity.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PersonNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Pat", "Mary Ann", "O'Brien", "O’Brien", "Smith-Jones", "St. John", "Zoë", "Nguyễn", "李",
			"Кузнецова", "J. R.", "Smith, Jr.", "Louis 14", "Pat (Patricia)", "Đặng", "Þórður", "Αλέξης", "Նարեկ",
			"ნინო", "محمد", "שָׂרָה", "अनुष्का", "நந்தினி", "สมชาย", "김민준", "すずき", "スズキ", "ហេង", "ትዕግሥት", "ᏣᎳᎩ",
			"Nguyê\u0303n", "\ud842\udfb7田", "Ka\u02bbahumanu", "Gal·la", "D'Arcy-Smith", "Kai & Sons",
			"Ó Súilleabháin", "van der Berg", "X", "Jr.", "Anne-Marie (Mia) O’Neill, Sr." })
	void takesNamesOfAnyLanguage(String name) {
		assertThat(PersonName.violationOf(name)).isNull();
		assertThat(PersonName.of("  " + name + " ").value()).isEqualTo(name);
	}

	/** What these alphabets need besides letters, as their keyboards make it. */
	@ParameterizedTest
	@ValueSource(strings = { "\u0639\u0644\u06cc\u200c\u0627\u06a9\u0628\u0631", "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
			"\u05d2\u05f3\u05d5\u05e8\u05d2\u05f3", "\u05e6\u05d4\u05f4\u05dc",
			"\u30b8\u30e7\u30f3\u30fb\u30b9\u30df\u30b9" })
	void takesJoinersAndMarksOfOtherAlphabets(String name) {
		assertThat(PersonName.violationOf(name)).isNull();
		assertThat(PersonName.of(name).value()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pa\u200ct", "Pa\u200dt", "\u200cPat", "\u0639\u200c", "\u200d\u0dbb",
			"\u0639\u200c\u200c\u0627", "\u0416\u200d\u0417", "\u200c", "\u0639\u200c\u200d\u0627" })
	void refusesJoinersWhereTheyHideInAName(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.INVALID_CHARACTERS);
	}

	/** Letters to Unicode, nothing to the eye: whose name it is cannot be seen. */
	@ParameterizedTest
	@ValueSource(strings = { "\u3164", "\uffa0", "\u115f\u1160", "Pat\u3164", "\u17b4", "\u034fPat" })
	void refusesCharactersThatCannotBeSeen(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.INVALID_CHARACTERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "J.R.", "J.R.R. Tolkien", "J.R.R.T.", "St. John", "Wm. H. Smith Jr.", "A.B.C.D.E.F",
			"Ph.D.", "Ma. Theresa", "J.P.Morgan" })
	void takesInitialsAndAbbreviations(String name) {
		assertThat(PersonName.violationOf(name)).isNull();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\t", "\u2003" })
	void requiresOne(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.REQUIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pat\u0000", "Pat\nBcc: x", "Pat\u202Etxt", "<b>Pat</b>", "http://evil.example",
			"pat@example", "Pat\u200B", "Pat;", "{{7*7}}", "${x}", "P\rat", "Pat\u0085", "Pat\u2028x",
			"\u2066Pat\u2069", "Pat\u00adricia", "\ufeffPat", "Pat\u00a0Ann", "Pat\u007f", "\ud83e\udda2", "Pat\ud83e",
			"\udda2Pat", "Pat\uffff", "Pat\ue000", "Pat | Pay", "Pat@", "a/b", "a\\b", "a_b", "*Pat*", "[Pat](x)",
			"#Pat", "~Pat~", "\"Pat\"", "Pat=1+1" })
	void refusesWhatIsNoPartOfAName(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.INVALID_CHARACTERS);
	}

	@Test
	void takesAHundredCharactersAndNoMore() {
		assertThat(PersonName.violationOf("é".repeat(100))).isNull();
		assertThat(PersonName.violationOf("é".repeat(101))).isEqualTo(PersonName.Violation.TOO_LONG);
		assertThat(PersonName.violationOf("\ud842\udfb7".repeat(100))).isNull();
		assertThat(PersonName.violationOf("\ud842\udfb7".repeat(101))).isEqualTo(PersonName.Violation.TOO_LONG);
		assertThat(PersonName.violationOf(" ".repeat(500) + "é".repeat(100) + "\n")).isNull();
		assertThat(PersonName.violationOf("<".repeat(100_000))).isEqualTo(PersonName.Violation.TOO_LONG);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "<b>", "http://evil.example" })
	void isMadeOfNothingThatHasAViolation(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PersonName.of(text))
			.withMessageNotContaining("evil")
			.withMessageNotContaining("<b>");
	}

	@ParameterizedTest
	@EnumSource
	void saysWhatToDoAboutEachViolation(PersonName.Violation violation) {
		assertThat(violation.code()).matches("[a-z]+(-[a-z]+)*");
		assertThat(violation.message()).endsWith(".").doesNotContain("{", "null");
	}

}

package city.plaza.identity.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Pat", "Mary Ann", "O'Brien", "O’Brien", "Smith-Jones", "St. John", "Zoë", "Nguyễn", "李",
			"Кузнецова", "J. R.", "Smith, Jr.", "Louis 14", "Pat (Patricia)" })
	void takesNamesOfAnyLanguage(String name) {
		assertThat(PersonName.violationOf(name)).isNull();
		assertThat(PersonName.of("  " + name + " ").value()).isEqualTo(name);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\t", "\u2003" })
	void requiresOne(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.REQUIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pat\u0000", "Pat\nBcc: x", "Pat\u202Etxt", "<b>Pat</b>", "http://evil.example",
			"pat@example", "Pat\u200B", "Pat;", "{{7*7}}", "${x}" })
	void refusesWhatIsNoPartOfAName(String name) {
		assertThat(PersonName.violationOf(name)).isEqualTo(PersonName.Violation.INVALID_CHARACTERS);
	}

	@Test
	void takesAHundredCharactersAndNoMore() {
		assertThat(PersonName.violationOf("é".repeat(100))).isNull();
		assertThat(PersonName.violationOf("é".repeat(101))).isEqualTo(PersonName.Violation.TOO_LONG);
	}

}

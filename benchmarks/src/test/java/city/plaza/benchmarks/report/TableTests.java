package city.plaza.benchmarks.report;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TableTests {

	@Test
	void alignsItsColumns() {
		assertThat(new Table("clients", "served/s").row(1, 1234.5).row(1000, 0.256)).hasToString("""
				| clients | served/s |
				| ------- | -------- |
				| 1       | 1,235    |
				| 1,000   | 0.256    |""");
	}

	@ParameterizedTest
	@CsvSource({ "0.0, 0.000", "0.0004, 0.000", "0.9994, 0.999", "1.0, 1.00", "1.006, 1.01", "99.99, 99.99",
			"100.0, 100", "123456.7, '123,457'", "-0.5, -0.500", "-12.5, -12.50", "-1234.5, '-1,235'", "NaN, NaN",
			"Infinity, Infinity", "-Infinity, -Infinity" })
	void roundsToWhatCanBeRead(double number, String text) {
		assertThat(cell(number)).isEqualTo(text);
	}

	@Test
	void groupsWholeNumbers() {
		assertThat(List.of(cell(0), cell(-7), cell(999), cell(1_234_567), cell(Long.MAX_VALUE))).containsExactly("0",
				"-7", "999", "1,234,567", "9,223,372,036,854,775,807");
	}

	/** The reports of two machines are compared. */
	@Test
	void isTheSameInEveryCountry() {
		Locale before = Locale.getDefault();
		try {
			for (String country : List.of("de-DE", "fr-FR", "ar-EG", "hi-IN-u-nu-deva")) {
				Locale.setDefault(Locale.forLanguageTag(country));
				assertThat(List.of(cell(1234.5), cell(12.5), cell(1_000))).as(country)
					.containsExactly("1,235", "12.50", "1,000");
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void keepsABarInACellFromEndingIt() {
		assertThat(new Table("a", "b").row("x|y", "z").toString().lines().skip(2)).containsExactly("| x\\|y | z |");
	}

	@Test
	void isWellFormedWithoutRowsAndWithEmptyHeadings() {
		assertThat(new Table("", "routes")).hasToString("""
				|  | routes |
				|  | ------ |""");
	}

	@Test
	void refusesARowOfAnotherLength() {
		Table table = new Table("a", "b");
		assertThatIllegalArgumentException().isThrownBy(() -> table.row(1))
			.withMessage("A row of 1 cells under 2 headings");
		assertThatIllegalArgumentException().isThrownBy(() -> table.row(1, 2, 3));
	}

	private static String cell(Object value) {
		return new Table("x").row(value).toString().lines().toList().getLast().replaceAll("^\\| | *\\|$", "");
	}

}

package city.plaza.billing.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowReaderTests {

	private static final List<String> COLUMNS = ImportKind.BILLS.columns();

	@ParameterizedTest
	@ValueSource(strings = { "62825", "A", "a-1", "B_1.2 3", "0", "9999999999999999999999999999999999999999" })
	void aNewNumberIsWhatEveryPageAndFileCanCarry(String number) {
		RowReader reader = row("bill_number", number);
		assertThat(reader.newNumber("bill_number", 40)).isEqualTo(number);
		assertThat(reader.isGood()).isTrue();
	}

	@ParameterizedTest(name = "{1} for ''{0}''")
	@CsvSource({ "'', required", "=1+1, invalid-number-format", "-1, invalid-number-format",
			"+1, invalid-number-format", "@x, invalid-number-format", "'1''', invalid-number-format",
			"1/2, invalid-number-format", "\u00DC1, invalid-number-format", "\u0661, invalid-number-format",
			"1\u00A02, invalid-number-format", ".1, invalid-number-format", "1%00, invalid-number-format",
			"\u202E1, invalid-number-format", "99999999999999999999999999999999999999999, too-long" })
	void refusesWhatASpreadsheetOrAnAddressWouldChange(String number, String code) {
		RowReader reader = row("bill_number", number);
		reader.newNumber("bill_number", 40);
		assertThat(reader.errors()).extracting((error) -> error.code().code()).containsExactly(code);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "2021-07-02, 2021-07-02", "1900-01-01, 1900-01-01", "2999-12-31, 2999-12-31", "2024-02-29, 2024-02-29",
			"1899-12-31,", "3000-01-01,", "2023-02-29,", "2021-02-30,", "2021-13-01,", "2021-7-2,", "07/02/2021,",
			"20210702,", "2021-07-02T00:00,", "+2021-07-02,", "-2021-07-02,", "+12021-07-02,", "-999999999-01-01,",
			"\u0662\u0660\u0662\u0661-07-02,", "2021-W01-1,", "today,", "44379," })
	void readsADayAsItIsWrittenAndNoOther(String text, @Nullable LocalDate date) {
		RowReader reader = row("issued_on", text);
		LocalDate read = reader.date("issued_on");
		assertThat(reader.isGood()).isEqualTo(date != null);
		if (date != null) {
			assertThat(read).isEqualTo(date);
		}
		else {
			assertThat(reader.errors()).singleElement()
				.isEqualTo(new RowError(7, "issued_on", RowErrorCode.INVALID_DATE,
						"This must be a date such as 2021-07-02.", text, List.of("1900-01-01", "2999-12-31")));
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "1, true", "9999, true", "0, false", "10000, false", "-1, false", "+1, false", "0001, true",
			"1.0, false", "1e2, false", "999999999, false", "9999999999, false", "000000001, true", "0000000001, false",
			"\u0661, false", "' ', false", "0x1, false" })
	void readsAWholeNumberWithinItsLimits(String text, boolean isGood) {
		RowReader reader = row("line", text.strip());
		int number = reader.number("line", 1, 9999);
		assertThat(reader.isGood()).isEqualTo(isGood);
		assertThat(!isGood || (number >= 1 && number <= 9999)).isTrue();
	}

	@ParameterizedTest(name = "{0} {1}: {2} {3}")
	@CsvSource({ "250.00, USD, 25000,", "-1, USD, -100,", "250.00, EUR, 25000, currency/wrong-currency",
			"250.00, usd, 25000, currency/wrong-currency", "250.00, '', 25000, currency/required",
			"'1,000.00', USD, 0, amount/invalid-amount", "'', USD, 0, amount/required",
			"$250, USD, 0, amount/invalid-amount", "250.005, USD, 0, amount/invalid-amount" })
	void readsAnAmountInTheCitysCurrency(String amount, String currency, long minor, @Nullable String error) {
		RowReader reader = row("amount", amount, "currency", currency);
		assertThat(reader.amount("amount")).isEqualTo(minor);
		assertThat(reader.errors()).extracting((wrong) -> wrong.field() + "/" + wrong.code().code())
			.isEqualTo((error != null) ? List.of(error) : List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000", "a\nb", "a\r", "\t", "a\u007F", "a\u0085", "a\uFFFD", "\u001F" })
	void refusesWhatCannotBePrinted(String text) {
		RowReader reader = row("description", text);
		reader.required("description", 200);
		assertThat(reader.errors()).extracting((error) -> error.code().code()).containsExactly("invalid-character");
	}

	@Test
	void countsCharactersAsPeopleDo() {
		RowReader reader = row("description", "\uD83C\uDF33".repeat(200));
		assertThat(reader.required("description", 200)).hasSize(400);
		assertThat(reader.isGood()).isTrue();
		RowReader longer = row("description", "\uD83C\uDF33".repeat(201));
		longer.required("description", 200);
		assertThat(longer.errors()).extracting((error) -> error.code().code()).containsExactly("too-long");
	}

	@Test
	void keepsTheFirstErrorOfEachField() {
		RowReader reader = row("bill_number", "=" + "x".repeat(50));
		reader.newNumber("bill_number", 40);
		reader.wrong("bill_number", RowErrorCode.UNKNOWN_BILL);
		reader.wrong("line", RowErrorCode.REQUIRED);
		assertThat(reader.errors()).extracting(RowError::field).containsExactly("bill_number", "line");
		assertThat(reader.errors().getFirst().code()).isEqualTo(RowErrorCode.TOO_LONG);
	}

	@Test
	void reportsOfARowThatIsCutShortThatItIsAndWhatIsWrongBeforeThat() {
		Row row = new Row(3, "k", List.of("=1", "100234"), false);
		RowReader reader = new RowReader(ImportKind.BILLS, row, "USD");
		reader.newNumber("bill_number", 40);
		reader.date("pay_by");
		reader.number("line", 1, 9);
		reader.amount("amount");
		assertThat(reader.errors()).extracting(RowError::field).containsExactly("row", "bill_number");
	}

	@ParameterizedTest
	@EnumSource
	void aRowOfAnotherWidthIsReadAsFarAsItGoes(ImportKind kind) {
		for (int width = 0; width <= kind.columns().size() + 1; width++) {
			Row row = new Row(3, "k", Collections.nCopies(width, "x"), false);
			RowReader reader = new RowReader(kind, row, "USD");
			kind.columns().forEach((column) -> reader.optional(column, 5));
			boolean isRight = width == kind.columns().size();
			assertThat(reader.isGood()).isEqualTo(isRight);
			assertThat(reader.errors()).extracting((error) -> error.code().code())
				.isEqualTo(isRight ? List.of() : List.of("wrong-column-count"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyKindIsNamedAndFindsItsKeyAndReference(ImportKind kind) {
		assertThat(ImportKind.of(kind.code())).contains(kind);
		assertThat(ImportKind.of(kind.code().toUpperCase(Locale.ROOT))).isEmpty();
		assertThat(kind.columns()).doesNotHaveDuplicates();
		assertThat(kind.keyOf(List.of())).isEmpty();
		assertThat(kind.referenceOf(List.of())).isEmpty();
		List<String> fields = kind.columns();
		assertThat(kind.keyOf(fields)).isEqualTo((kind == ImportKind.CUSTOMERS) ? "customer_number" : "bill_number");
		assertThat(kind.referenceOf(fields)).isEqualTo(kind.referenceColumn());
	}

	/** A row of a bill whose other fields do not matter. */
	private static RowReader row(String... columnsAndTexts) {
		List<String> fields = new ArrayList<>(Collections.nCopies(COLUMNS.size(), "x"));
		for (int at = 0; at < columnsAndTexts.length; at += 2) {
			fields.set(COLUMNS.indexOf(columnsAndTexts[at]), columnsAndTexts[at + 1]);
		}
		return new RowReader(ImportKind.BILLS, new Row(7, "k", fields, false), "USD");
	}

}

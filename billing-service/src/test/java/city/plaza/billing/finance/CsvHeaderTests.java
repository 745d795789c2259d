package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The row that names the columns. */
class CsvHeaderTests {

	@ParameterizedTest
	@EnumSource
	void namesEachColumnOnceInAnyOrder(ImportKind kind) {
		List<String> names = new ArrayList<>(kind.columns());
		Collections.shuffle(names, new Random(7));
		CsvHeader header = new CsvHeader(kind, names);
		assertThat(header.isRight()).isTrue();
		assertThat(header.ordered(names)).isEqualTo(kind.columns());
		assertThat(header.ordered(List.of("x"))).containsExactly("x");
	}

	@Test
	void isWrongColumnByColumn() {
		CsvHeader header = new CsvHeader(ImportKind.POSTINGS,
				List.of("posting_reference", "payment_reference", "bill", "posted_on", "amount", "amount", "bill"));
		assertThat(header.isRight()).isFalse();
		assertThat(header.missing()).containsExactly("bill_number", "currency");
		assertThat(header.unknown()).containsExactly("bill");
		assertThat(header.repeated()).containsExactly("amount");
		assertThat(header.otherSeparator()).isEmpty();
	}

	@Test
	void isWrongWithAColumnTooMany() {
		List<String> names = new ArrayList<>(ImportKind.POSTINGS.columns());
		names.add("amount");
		assertThat(new CsvHeader(ImportKind.POSTINGS, names).isRight()).isFalse();
		assertThat(new CsvHeader(ImportKind.POSTINGS, names).repeated()).containsExactly("amount");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', textBlock = """
			bill_number;amount !;
			x;bill_number      !;
			bill_number|amount !|
			bill_number        !
			x;y                !
			bill;number        !
			""")
	void knowsWhatSeparatesItsNames(String only, String separator) {
		assertThat(new CsvHeader(ImportKind.BILLS, List.of(only)).otherSeparator().orElse(null)).isEqualTo(separator);
	}

	@Test
	void isEmptyWhereTheFileIs() {
		assertThat(new CsvHeader(ImportKind.BILLS, List.of()).isEmpty()).isTrue();
		assertThat(new CsvHeader(ImportKind.BILLS, List.of("", "")).isEmpty()).isTrue();
		assertThat(new CsvHeader(ImportKind.BILLS, List.of("x")).isEmpty()).isFalse();
	}

}

package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients read about the row of a file that is not imported. */
class RowErrorCodeTests {

	@ParameterizedTest
	@EnumSource
	void saysWhatIsWrongAndWhatWouldBeRight(RowErrorCode code) {
		assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
		assertThat(code.meaning()).endsWith(".");
		String message = code.message(List.of("A-1", "B-2"));
		assertThat(message).endsWith(".").doesNotContain("%");
		assertThat(message.contains("A-1")).as("%s names what it expects", message)
			.isEqualTo(!code.expects().isEmpty() && code != RowErrorCode.INVALID_DATE);
	}

	@Test
	void listsEveryValidBillType() {
		assertThat(RowErrorCode.UNKNOWN_BILL_TYPE.message(List.of("CLAIMS", "PERMIT", "TAX")))
			.isEqualTo("There is no such bill type. The bill types are: CLAIMS, PERMIT, TAX.");
	}

	@Test
	void quotesWhatTheColumnHoldsAndNoMoreOfIt() {
		List<String> columns = ImportKind.BILLS.columns();
		String tree = "\uD83C\uDF33";
		List<String> fields = Collections.nCopies(columns.size(), tree.repeat(81));
		Row row = new Row(7, "k", fields, false);
		assertThat(error(row, "description").value()).isEqualTo(tree.repeat(80) + "\u2026");
		assertThat(
				error(new Row(7, "k", Collections.nCopies(columns.size(), tree.repeat(80)), false), "amount").value())
			.isEqualTo(tree.repeat(80));
		assertThat(error(row, RowError.WHOLE_ROW).value()).isNull();
		assertThat(error(new Row(7, "k", List.of(), false), "amount").value()).isNull();
	}

	@Test
	void areInTheOrderOfTheirLines() {
		List<RowError> errors = Arrays.asList(error(new Row(9, "k", List.of(), false), "amount"),
				error(new Row(2, "k", List.of(), false), "line"), error(new Row(2, "k", List.of(), false), "amount"));
		Collections.sort(errors);
		assertThat(errors).extracting((error) -> error.line() + " " + error.field())
			.containsExactly("2 amount", "2 line", "9 amount");
	}

	private static RowError error(Row row, String column) {
		return RowError.of(ImportKind.BILLS, row, column, RowErrorCode.REQUIRED, List.of());
	}

}

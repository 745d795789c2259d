package city.plaza.billing.finance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import city.plaza.billing.ledger.Bill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The rows of a bill are taken together or not at all. */
class BillRowsTests {

	private static final String GOOD = "62825|100234|CLAIMS|2021|2021-06-01|2021-07-02|USD|%d|DAMAGED SIGN|%s";

	private final Report report = new Report();

	@Test
	void oneBillOfAllItsRows() {
		Bill bill = Objects.requireNonNull(read(GOOD.formatted(2, "-50.00"), GOOD.formatted(1, "310.00")));
		assertThat(bill.charges()).containsExactly(new Bill.Charge(1, "DAMAGED SIGN", 31_000),
				new Bill.Charge(2, "DAMAGED SIGN", -5_000));
		assertThat(bill.currency()).isEqualTo("USD");
		assertThat(this.report.rejected()).isZero();
	}

	@ParameterizedTest(name = "''{1}'' in column {0} of the second row: {2} of {3}")
	@CsvSource({ "0, 62826, bill-rows-differ, row", "1, 100235, bill-rows-differ, row",
			"2, PERMIT, bill-rows-differ, row", "3, 2022, bill-rows-differ, row",
			"4, 2021-06-02, bill-rows-differ, row", "5, 2021-07-03, bill-rows-differ, row",
			"6, EUR, wrong-currency, currency", "7, 1, duplicate-row, line", "7, 0, invalid-number, line",
			"7, 10000, invalid-number, line", "8, '', required, description", "9, 1.001, invalid-amount, amount",
			"3, 1899, invalid-number, bill_year", "3, 3000, invalid-number, bill_year",
			"5, 2021-05-31, pay-by-before-issue, pay_by", "9, -100.01, total-below-zero, amount" })
	void aBadRowLeavesTheWholeBillOut(int column, String text, String code, String field) {
		String[] second = GOOD.formatted(2, "1.00").split("\\|");
		second[column] = text;
		assertThat(read(GOOD.formatted(1, "100.00"), String.join("|", second))).isNull();
		assertThat(this.report.rejected()).isEqualTo(2);
		assertThat(this.report.errors()).contains(new RowError(2, "row", RowErrorCode.BILL_HAS_BAD_ROW,
				"Another row of this bill cannot be taken.", null, List.of()));
		assertThat(this.report.errors()).filteredOn((error) -> error.line() == 3)
			.extracting((error) -> error.code().code(), RowError::field)
			.containsExactly(tuple(code, field));
	}

	@Test
	void takesABillOfNothingAndOneThatIsDueOnItsFirstDay() {
		assertThat(read(GOOD.formatted(1, "10.00"), GOOD.formatted(2, "-10.00"))).isNotNull();
		assertThat(read(GOOD.formatted(1, "0").replace("2021-07-02", "2021-06-01"))).isNotNull();
		assertThat(this.report.errors()).isEmpty();
	}

	@Test
	void addsUpTheLargestBillThereCanBe() {
		String[] rows = new String[9_999];
		Arrays.setAll(rows, (at) -> GOOD.formatted(at + 1, "999999999.99"));
		Bill bill = Objects.requireNonNull(read(rows));
		assertThat(bill.charges().stream().mapToLong(Bill.Charge::amount).sum()).isEqualTo(9_999L * 99_999_999_999L);
	}

	@Test
	void isRejectedAsAWholeForWhatTheLedgerSays() {
		BillRows rows = rows(GOOD.formatted(1, "1.00"), GOOD.formatted(2, "1.00"), GOOD.formatted(3, "1.00"));
		assertThat(rows.read(this.report)).isNotNull();
		rows.reject("customer_number", RowErrorCode.UNKNOWN_CUSTOMER, List.of(), this.report);
		assertThat(rows.count()).isEqualTo(3);
		assertThat(this.report.rejected()).isEqualTo(3);
		assertThat(this.report.errors()).extracting((error) -> error.code().code())
			.containsExactly("unknown-customer", "bill-has-bad-row", "bill-has-bad-row");
	}

	private Bill read(String... rows) {
		return rows(rows).read(this.report);
	}

	private static BillRows rows(String... rows) {
		List<Row> read = new ArrayList<>();
		for (String row : rows) {
			read.add(new Row(read.size() + 2, "62825", List.of(row.split("\\|", -1)), false));
		}
		return new BillRows(read, "USD");
	}

}

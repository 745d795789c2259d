package city.plaza.billing.finance;

import java.util.UUID;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ImportBillsTests {

	@Autowired
	private TestLedger ledger;

	private String customer;

	private String bill;

	@BeforeEach
	void opensTheLedger() {
		this.customer = this.ledger.customer();
		this.bill = TestLedger.newNumber();
	}

	@Test
	void changesNothingTheSecondTime() {
		String csv = TestLedger.BILLS + row("1", "10.00") + row("2", "5.00");

		ImportReport first = this.ledger.good("bills", csv);
		ImportReport second = this.ledger.good("bills", csv);

		assertThat(first.accepted()).isEqualTo(2);
		assertThat(second.accepted()).isZero();
		assertThat(second.unchanged()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "=1+1", "'=HYPERLINK", "@SUM", "-5", "+5", "a/b", "a\\b", "?x", "#1", "%2e", ".", "caf\u00e9" })
	void refusesABillNumberThatAPageAPathOrASpreadsheetCannotCarry(String number) {
		String row = number + "," + this.customer + ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00\n";
		ImportReport answer = this.ledger.bring("bills", TestLedger.BILLS + row);
		assertThat(answer.accepted()).isZero();
		assertThat(answer.errors().getFirst().field()).isEqualTo("bill_number");
		assertThat(answer.errors().getFirst().code()).isEqualTo("invalid-number-format");
	}

	@Test
	void reportsEveryErrorWithItsLineAndField() {
		String good = row("1", "10.00");
		String customerless = TestLedger.newNumber() + ",,CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00\n";
		String csv = TestLedger.BILLS + customerless + good + other("CLAIMS,2021,2021-06-31,02/07/2021,USD,1,SIGN,1.00")
				+ other("CLAIMS,21,2021-06-01,2021-07-02,USD,x,SIGN,1.00")
				+ other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.005")
				+ other("CLAIMS,2021,2021-06-01,2021-07-02,EUR,1,SIGN,1.00")
				+ other("CLAIMS,2021,2021-06-01,2021-05-02,USD,1,SIGN,1.00")
				+ other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1," + "S".repeat(201) + ",1.00")
				+ other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,A\u0007B,1.00")
				+ other("NO-SUCH,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00")
				+ other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,-1.00") + TestLedger.newNumber() + "\n"
				+ TestLedger.newNumber() + "," + TestLedger.newNumber()
				+ ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00\n";

		ImportReport answer = this.ledger.bring("bills", csv);

		assertThat(answer.accepted()).isOne();
		assertThat(answer.rejected()).isEqualTo(12);
		assertThat(answer.lines()).contains("2 customer_number required", "4 issued_on invalid-date",
				"4 pay_by invalid-date", "5 bill_year invalid-number", "5 line invalid-number",
				"6 amount invalid-amount", "7 currency wrong-currency", "8 pay_by pay-by-before-issue",
				"9 description too-long", "10 description invalid-character", "11 bill_type unknown-bill-type",
				"12 amount total-below-zero", "13 row wrong-column-count", "14 customer_number unknown-customer");
	}

	@Test
	void leavesOutAWholeBillForOneBadRowWhereverItStands() {
		String csv = TestLedger.BILLS + row("1", "10.00") + other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00")
				+ row("2", "ten") + row("1", "5.00");

		ImportReport answer = this.ledger.bring("bills", csv);

		assertThat(answer.accepted()).isOne();
		assertThat(answer.rejected()).isEqualTo(3);
		assertThat(answer.lines()).containsExactly("2 row bill-has-bad-row", "4 amount invalid-amount",
				"5 line duplicate-row");
		assertThat(unpaid()).isNull();
	}

	@Test
	void groupsTheRowsOfABill() {
		String csv = TestLedger.BILLS + row("1", "10.00") + other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00")
				+ row("2", "5.00");

		assertThat(this.ledger.good("bills", csv).accepted()).isEqualTo(3);
		assertThat(unpaid()).isEqualTo(1_500);
	}

	@Test
	void refusesRowsOfABillThatDoNotAgree() {
		String csv = TestLedger.BILLS + row("1", "10.00") + row("2", "5.00").replace("2021-07-02", "2021-07-03");

		assertThat(this.ledger.bring("bills", csv).lines()).containsExactly("2 row bill-has-bad-row",
				"3 row bill-rows-differ");
	}

	@Test
	void takesOverAChangedBillUntilSomethingIsPaid() {
		this.ledger.good("bills", TestLedger.BILLS + row("1", "10.00") + row("2", "5.00"));
		ImportReport changed = this.ledger.good("bills", TestLedger.BILLS + row("1", "12.00"));
		assertThat(changed.accepted()).isOne();
		assertThat(unpaid()).isEqualTo(1_200);

		this.ledger.posting(this.bill, "2021-06-20", "2.00");
		ImportReport late = this.ledger.bring("bills", TestLedger.BILLS + row("1", "11.00"));
		ImportReport same = this.ledger.good("bills", TestLedger.BILLS + row("1", "12.00"));

		assertThat(late.lines()).containsExactly("2 bill_number bill-changed-after-payment");
		assertThat(same.unchanged()).isOne();
		assertThat(unpaid()).isEqualTo(1_000);
	}

	/** One that is refused stays as it is, whatever else the file holds. */
	@Test
	void leavesARefusedBillItsChargesBesideOneThatIsTaken() {
		this.ledger.good("bills", TestLedger.BILLS + row("1", "12.00"));
		this.ledger.posting(this.bill, "2021-06-20", "2.00");

		ImportReport mixed = this.ledger.bring("bills",
				TestLedger.BILLS + row("1", "11.00") + other("CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,1.00"));

		assertThat(mixed.lines()).containsExactly("2 bill_number bill-changed-after-payment");
		assertThat(mixed.accepted()).isOne();
		assertThat(unpaid()).isEqualTo(1_000);
	}

	@Test
	void keepsNothingOfADryRun() {
		ImportReport dry = this.ledger.dryRun("bills", TestLedger.BILLS + row("1", "10.00"));

		assertThat(dry.accepted()).isOne();
		assertThat(unpaid()).isNull();
	}

	private String row(String line, String amount) {
		return this.bill + "," + this.customer + ",CLAIMS,2021,2021-06-01,2021-07-02,USD," + line + ",DAMAGED SIGN,"
				+ amount + "\n";
	}

	private String other(String rest) {
		return TestLedger.newNumber() + "," + this.customer + "," + rest + "\n";
	}

	private Long unpaid() {
		UUID resident = UUID.randomUUID();
		this.ledger.link(resident, this.customer);
		JsonNode shown = this.ledger.read(resident, "/api/v1/bills/" + this.bill);
		return shown.has("totalUnpaid") ? Long.valueOf(shown.path("totalUnpaid").path("amount").asLong()) : null;
	}

}

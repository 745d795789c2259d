package city.plaza.billing.finance;

import java.time.LocalDate;
import java.util.UUID;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ImportPostingsTests {

	@Autowired
	private TestLedger ledger;

	private String customer;

	private String bill;

	private String reference;

	@BeforeEach
	void importsABill() {
		this.customer = this.ledger.customer();
		this.bill = this.ledger.bill(this.customer, "250.00");
		this.reference = TestLedger.newNumber();
	}

	@Test
	void takesAPostingOnce() {
		String csv = TestLedger.POSTINGS + row(this.reference, "100.00");

		assertThat(this.ledger.good("postings", csv).accepted()).isOne();
		assertThat(this.ledger.good("postings", csv).unchanged()).isOne();
		assertThat(unpaid()).isEqualTo(15_000);
	}

	@Test
	void refusesAReferenceUsedForSomethingElse() {
		this.ledger.good("postings", TestLedger.POSTINGS + row(this.reference, "100.00"));

		ImportReport answer = this.ledger.bring("postings", TestLedger.POSTINGS + row(this.reference, "50.00"));

		assertThat(answer.lines()).containsExactly("2 posting_reference posting-reference-reused");
		assertThat(unpaid()).isEqualTo(15_000);
	}

	@Test
	void refusesTheSameRowTwiceInAFile() {
		ImportReport answer = this.ledger.bring("postings",
				TestLedger.POSTINGS + row(this.reference, "100.00") + row(this.reference, "100.00"));

		assertThat(answer.lines()).containsExactly("3 posting_reference duplicate-row");
		assertThat(unpaid()).isEqualTo(15_000);
	}

	@Test
	void neverPostsMoreThanIsUnpaid() {
		ImportReport answer = this.ledger.bring("postings", TestLedger.POSTINGS + row(TestLedger.newNumber(), "200.00")
				+ row(TestLedger.newNumber(), "50.01") + row(TestLedger.newNumber(), "50.00"));

		assertThat(answer.lines()).containsExactly("3 amount amount-above-unpaid");
		assertThat(answer.accepted()).isEqualTo(2);
		assertThat(unpaid()).isZero();
	}

	@Test
	void reportsEveryErrorWithItsLineAndField() {
		String day = LocalDate.now().plusDays(2).toString();
		String csv = TestLedger.POSTINGS + row("", "1.00") + row(TestLedger.newNumber(), "0.00")
				+ row(TestLedger.newNumber(), "-1.00") + row(TestLedger.newNumber(), "1,5")
				+ row(TestLedger.newNumber(), "1.00").replace("2021-06-20", day)
				+ row(TestLedger.newNumber(), "1.00").replace("2021-06-20", "6/20/2021")
				+ row(TestLedger.newNumber(), "1.00").replace(this.bill, TestLedger.newNumber())
				+ row(TestLedger.newNumber(), "1.00").replace(",,", ",NO-SUCH-PAYMENT,");

		ImportReport answer = this.ledger.bring("postings", csv);

		assertThat(answer.accepted()).isZero();
		assertThat(answer.lines()).containsExactlyInAnyOrder("2 posting_reference required",
				"3 amount amount-not-positive", "4 amount amount-not-positive", "5 row wrong-column-count",
				"5 currency wrong-currency", "6 posted_on date-in-future", "7 posted_on invalid-date",
				"8 bill_number unknown-bill", "9 payment_reference unknown-payment");
		assertThat(unpaid()).isEqualTo(25_000);
	}

	@Test
	void keepsNothingOfADryRun() {
		ImportReport dry = this.ledger.dryRun("postings", TestLedger.POSTINGS + row(this.reference, "100.00"));

		assertThat(dry.accepted()).isOne();
		assertThat(unpaid()).isEqualTo(25_000);
	}

	private String row(String postingReference, String amount) {
		return postingReference + ",," + this.bill + ",2021-06-20," + amount + ",USD\n";
	}

	private long unpaid() {
		UUID resident = UUID.randomUUID();
		this.ledger.link(resident, this.customer);
		return this.ledger.read(resident, "/api/v1/bills/" + this.bill).path("totalUnpaid").path("amount").asLong(-1);
	}

}

package city.plaza.billing.finance;

import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ImportAdjustmentsTests {

	private static final String HEADER = "adjustment_reference,kind,bill_number,effective_on,amount,currency,reverses,reason\n";

	@Autowired
	private TestLedger ledger;

	private String customer = "";

	private String bill = "";

	private final UUID resident = UUID.randomUUID();

	@BeforeEach
	void aBillOf250() {
		this.customer = this.ledger.customer();
		this.bill = this.ledger.bill(this.customer, "250.00");
		this.ledger.link(this.resident, this.customer);
	}

	@ParameterizedTest
	@CsvSource({ "adjustment, 10.00, 26000", "adjustment, -10.00, 24000", "waiver, -250.00, 0", "interest, 1.23, 25123",
			"penalty, 25.00, 27500", "fee, 5.00, 25500" })
	void changesWhatIsOwedFromItsDayOn(String kind, String amount, long unpaid) {
		String csv = HEADER + row(kind, amount, "", "Agreed with the resident");
		assertThat(this.ledger.good("adjustments", csv).accepted()).isOne();
		assertThat(this.ledger.good("adjustments", csv).unchanged()).isOne();
		JsonNode shown = shown("");
		assertThat(shown.path("totalUnpaid").path("amount").asLong(-1)).isEqualTo(unpaid);
		assertThat(shown.path("changes").path(0).path("kind").stringValue()).isEqualTo(kind);
		assertThat(shown.path("changes").path(0).path("reason").stringValue()).isEqualTo("Agreed with the resident");
		assertThat(shown.path("changes").path(0).path("amount").path("amount").asLong()).isEqualTo(unpaid - 25000);
		JsonNode before = shown("?asOf=2021-06-14");
		assertThat(before.path("totalUnpaid").path("amount").asLong()).isEqualTo(25000);
		assertThat(before.path("changes").size()).isZero();
	}

	@Test
	void aReversalUndoesAPostingWholeAndOnce() {
		this.ledger.good("postings",
				TestLedger.POSTINGS + "P" + this.bill + ",," + this.bill + ",2021-06-10,100.00,USD\n");
		assertThat(errors(row("reversal", "99.00", "P" + this.bill, "")))
			.containsExactly("reverses posting-not-reversible");
		assertThat(errors(row("reversal", "100.00", "another", ""))).containsExactly("reverses unknown-posting");
		this.ledger.good("adjustments", HEADER + row("reversal", "100.00", "P" + this.bill, "NSF"));
		assertThat(shown("").path("totalUnpaid").path("amount").asLong()).isEqualTo(25000);
		assertThat(errors(row("reversal", "100.00", "P" + this.bill, "")))
			.containsExactly("reverses posting-not-reversible");
	}

	@ParameterizedTest
	@CsvSource({ "waiver, 10.00, , amount wrong-sign", "penalty, -10.00, , amount wrong-sign",
			"waiver, -250.01, , amount amount-above-unpaid", "posting, 10.00, , kind unknown-kind",
			"credit, 10.00, , kind unknown-kind", "gift, 10.00, , kind unknown-kind",
			"reversal, 10.00, , reverses reversal-without-posting", "fee, 10.00, X, reverses reversal-without-posting",
			"adjustment, 0.00, , amount wrong-sign" })
	void refusesWhatMakesNoSense(String kind, String amount, String reverses, String error) {
		assertThat(errors(row(kind, amount, (reverses != null) ? reverses : "", ""))).containsExactly(error);
		assertThat(shown("").path("totalUnpaid").path("amount").asLong()).isEqualTo(25000);
	}

	@Test
	void refusesWhatNamesNothingOrSomethingElse() {
		String row = row("fee", "5.00", "", "");
		this.ledger.good("adjustments", HEADER + row);
		assertThat(errors(row.replace("5.00", "6.00")))
			.containsExactly("adjustment_reference adjustment-reference-reused");
		assertThat(errors(row("fee", "5.00", "", "").replace("," + this.bill + ",", ",nowhere,")))
			.containsExactly("bill_number unknown-bill");
		assertThat(errors(row("fee", "5.00", "", "").replace("2021-06-15", "2999-01-01")))
			.containsExactly("effective_on date-in-future");
	}

	private String row(String kind, String amount, String reverses, String reason) {
		return String.join(",", "A" + TestLedger.newNumber(), kind, this.bill, "2021-06-15", amount, "USD", reverses,
				reason) + "\n";
	}

	private List<String> errors(String row) {
		return this.ledger.bring("adjustments", HEADER + row)
			.errors()
			.stream()
			.map((error) -> error.field() + " " + error.code())
			.toList();
	}

	private JsonNode shown(String query) {
		return this.ledger.read(this.resident, "/api/v1/bills/" + this.bill + query);
	}

}

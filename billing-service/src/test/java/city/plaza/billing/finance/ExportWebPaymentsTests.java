package city.plaza.billing.finance;

import java.time.Instant;
import java.util.List;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PendingLine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExportWebPaymentsTests {

	private static final String HEADER = "payment_reference,bill_number,customer_number,amount,currency,submitted_at\r\n";

	private static final Instant THEN = Instant.parse("2026-03-02T15:20:00Z");

	@Test
	void writesALinePerBill() {
		String csv = ExportWebPayments.write(List.of(line("PLZ-1", "62825", "100234", new Money(25_000, "USD"))));

		assertThat(csv).isEqualTo(HEADER + "PLZ-1,62825,100234,250.00,USD,2026-03-02T15:20:00Z\r\n");
	}

	@Test
	void leavesNothingForASpreadsheetToRun() {
		String csv = ExportWebPayments.write(List.of(line("@SUM(1)", "=1+1", "-2,\"x\"", new Money(1, "USD"))));

		assertThat(csv).isEqualTo(HEADER + "'@SUM(1),'=1+1,\"'-2,\"\"x\"\"\",0.01,USD,2026-03-02T15:20:00Z\r\n");
	}

	@Test
	void writesAHeaderEvenOfNothing() {
		assertThat(ExportWebPayments.write(List.of())).isEqualTo(HEADER);
	}

	private static PendingLine line(String payment, String bill, String customer, Money amount) {
		return new PendingLine(new PaymentReference(payment), new BillNumber(bill), new CustomerNumber(customer),
				amount, THEN);
	}

}

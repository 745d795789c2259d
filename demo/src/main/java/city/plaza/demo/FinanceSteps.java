package city.plaza.demo;

import java.time.LocalDate;

import city.plaza.client.FinanceClient;
import city.plaza.client.ImportReport;
import city.plaza.client.PlazaClient;
import city.plaza.client.Tokens;
import city.plaza.client.UnexpectedResponse;

/** Finance imports a customer with two bills, and posts a payment. */
final class FinanceSteps {

	private static final int UNAUTHORIZED = 401;

	private final Transcript transcript;

	private final FinanceClient finance;

	private FinanceSteps(Transcript transcript, FinanceClient finance) {
		this.transcript = transcript;
		this.finance = finance;
	}

	static FinanceSteps signIn(Transcript transcript, PlazaClient plaza, DemoSettings settings)
			throws InterruptedException {
		FinanceClient finance = plaza.finance(tokens(plaza, settings));
		transcript.step("Finance signs in", settings.staffEmail());
		return new FinanceSteps(transcript, finance);
	}

	private static Tokens tokens(PlazaClient plaza, DemoSettings settings) throws InterruptedException {
		try {
			return plaza.signIn(settings.staffEmail(), settings.staffPassword());
		}
		catch (UnexpectedResponse ex) {
			if (ex.status() == UNAUTHORIZED) {
				throw new StepFailed("Nobody signs in as " + settings.staffEmail()
						+ " with this password: name an account of finance in PLAZA_STAFF_EMAIL and PLAZA_STAFF_PASSWORD.");
			}
			throw ex;
		}
	}

	void importBills(DemoCustomer customer) throws InterruptedException {
		ImportReport customers = this.finance.importFile("customers", customer.customersCsv()).clean();
		Transcript.require(customers.accepted() == 1, "The customer should be new: " + customers);
		this.transcript.step("Finance imports a customer", customer.number() + " " + customer.name());
		ImportReport bills = this.finance.importFile("bills", customer.billsCsv()).clean();
		Transcript.require(bills.accepted() == 3, "Three rows of bills should be new: " + bills);
		this.transcript.step("Finance imports two bills of 250.00",
				"rows accepted " + bills.accepted() + ", rejected " + bills.rejected());
		ImportReport again = this.finance.importFile("bills", customer.billsCsv()).clean();
		Transcript.require(again.accepted() == 0 && again.unchanged() == 3, "Nothing should be new: " + again);
		this.transcript.step("Finance imports the same file again", "rows unchanged " + again.unchanged());
		ImportReport broken = this.finance.importFile("bills",
				customer.billsCsv()
					.replace(customer.secondBill(), customer.secondBill() + "9")
					.replace("250.00", "25O.00"));
		Transcript.require(broken.rejected() == 1, "The bad row should be rejected: " + broken);
		this.transcript.step("Finance imports a file with a bad row", broken.errors().getFirst());
	}

	/** Exports what is pending and posts this payment, today. */
	void post(DemoCustomer customer, String reference, LocalDate today) throws InterruptedException {
		String export = this.finance.pendingWebPayments();
		String row = export.lines().filter((line) -> line.startsWith(reference + ",")).findFirst().orElse("");
		Transcript.require(row.contains(customer.firstBill()), "The export should hold " + reference + ": " + export);
		this.transcript.step("Finance exports the pending web payments", row);
		ImportReport postings = this.finance.importFile("postings", """
				posting_reference,payment_reference,bill_number,posted_on,amount,currency
				POST-%s,%s,%s,%s,250.00,USD
				""".formatted(customer.run(), reference, customer.firstBill(), today)).clean();
		Transcript.require(postings.accepted() == 1, "The posting should be accepted: " + postings);
		this.transcript.step("Finance imports the posting", "rows accepted " + postings.accepted());
	}

}

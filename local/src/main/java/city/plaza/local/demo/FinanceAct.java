package city.plaza.local.demo;

import city.plaza.local.api.Finance;

/** Finance brings a customer with two bills. */
final class FinanceAct {

	private final Story story;

	private final Finance finance;

	FinanceAct(Story story, Finance finance) {
		this.story = story;
		this.finance = finance;
	}

	void bringPair(Pair pair) throws InterruptedException {
		Finance.Imported customers = this.finance.bring("customers", pair.customersCsv()).clean();
		Story.require(customers.accepted() == 1, "The customer should be new: " + customers);
		this.story.tell("Finance imports a customer", pair.customer() + " " + pair.name());
		Finance.Imported bills = this.finance.bring("bills", pair.billsCsv()).clean();
		Story.require(bills.accepted() == 3, "Three rows of bills should be new: " + bills);
		this.story.tell("Finance imports two bills of 250.00",
				"rows accepted " + bills.accepted() + ", rejected " + bills.rejected());
		Finance.Imported again = this.finance.bring("bills", pair.billsCsv()).clean();
		Story.require(again.accepted() == 0 && again.unchanged() == 3, "Nothing should be new: " + again);
		this.story.tell("Finance imports the same file again", "rows unchanged " + again.unchanged());
		Finance.Imported broken = this.finance.bring("bills",
				pair.billsCsv().replace(pair.secondBill(), pair.secondBill() + "9").replace("250.00", "25O.00"));
		Story.require(broken.rejected() == 1, "The bad row should be rejected: " + broken);
		this.story.tell("Finance imports a file with a bad row", broken.errors());
	}

	/** Exports what is pending and posts this payment, today. */
	void post(Pair pair, String reference, String today) throws InterruptedException {
		String export = this.finance.pendingPayments();
		String row = export.lines().filter(line -> line.startsWith(reference + ",")).findFirst().orElse("");
		Story.require(row.contains(pair.firstBill()), "The export should hold " + reference + ": " + export);
		this.story.tell("Finance exports the pending web payments", row);
		Finance.Imported postings = this.finance.bring("postings", """
				posting_reference,payment_reference,bill_number,posted_on,amount,currency
				POST-%s,%s,%s,%s,250.00,USD
				""".formatted(pair.run(), reference, pair.firstBill(), today)).clean();
		Story.require(postings.accepted() == 1, "The posting should be taken: " + postings);
		this.story.tell("Finance imports the posting", "rows accepted " + postings.accepted());
	}

}

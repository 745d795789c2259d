package city.plaza.demo;

import java.time.Duration;
import java.time.LocalDate;

import city.plaza.client.Bill;
import city.plaza.client.BillList;
import city.plaza.client.CustomerLink;
import city.plaza.client.Money;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.UnexpectedResponse;

/** The resident links a customer and looks at the bills. */
final class BillSteps {

	private static final LocalDate AS_OF = LocalDate.of(2021, 6, 15);

	private static final String SAMPLE = "100234";

	private static final Duration LINK_LIMIT = Duration.ofSeconds(8);

	private static final Duration LINK_PAUSE = Duration.ofSeconds(3);

	private static final int NOT_FOUND = 404;

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final Transcript transcript;

	private final ResidentClient resident;

	BillSteps(Transcript transcript, ResidentClient resident) {
		this.transcript = transcript;
		this.resident = resident;
	}

	void link(DemoCustomer customer) throws InterruptedException {
		this.transcript.refused("Before the link the bills do not exist for them", NOT_FOUND, "",
				() -> this.resident.bills(customer.number(), AS_OF));
		this.transcript.refused("A wrong name is refused", UNPROCESSABLE, "no-such-customer-account",
				() -> this.resident.link(customer.account(), "SOMEBODY " + customer.run()));
		// account-link-service learns of the customer by an event. Each failed try
		// counts.
		CustomerLink link = Poll.until("the link to " + customer.number(), LINK_LIMIT, LINK_PAUSE,
				() -> this.resident.link(customer.account(), customer.name()), (made) -> true);
		this.transcript.step("The resident links the account",
				"customer " + link.customerNumber() + ", " + link.name());
		awaitBills(customer.number());
		this.transcript.refused("A second link is refused", CONFLICT, "already-linked",
				() -> this.resident.link(customer.number(), customer.name()));
	}

	void look(DemoCustomer customer) throws InterruptedException {
		BillList bills = this.resident.bills(customer.number(), AS_OF);
		Transcript.require(bills.totalUnpaid().equals(Money.usd(50_000)) && bills.count() == 2,
				"Not two of 250.00: " + bills);
		this.transcript.step("Manage bills as of 6/15/2021", described(bills));
		Bill bill = this.resident.bill(customer.firstBill());
		Transcript.require(bill.charges().size() == 2, "Two charges should be there: " + bill);
		this.transcript.step("The details of a bill",
				"bill " + bill.billNumber() + ", charges " + bill.charges().size() + ", unpaid " + bill.totalUnpaid());
	}

	/** Links the sample customer as well, and shows what its bills are. */
	void lookAtSample() throws InterruptedException {
		try {
			this.resident.link(SAMPLE, "EXAMPLE CUSTOMER");
		}
		catch (UnexpectedResponse ex) {
			this.transcript.step("There is no sample customer " + SAMPLE, ex.status() + " " + ex.code());
			return;
		}
		this.transcript.step("The sample customer as of 6/15/2021", described(awaitBills(SAMPLE)));
	}

	private BillList awaitBills(String customer) throws InterruptedException {
		return Poll.until("the bills of " + customer, () -> this.resident.bills(customer, AS_OF), (bills) -> true);
	}

	private static String described(BillList bills) {
		return bills.count() + " bills, unpaid " + bills.totalUnpaid() + ", due " + bills.totalBalanceDue();
	}

}

package city.plaza.demo;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import city.plaza.client.Allocation;
import city.plaza.client.BillList;
import city.plaza.client.InboxClient;
import city.plaza.client.Mail;
import city.plaza.client.Money;
import city.plaza.client.Payment;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.StartedPayment;
import org.jspecify.annotations.Nullable;

/** The resident pays a bill. */
final class PaymentSteps {

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final Transcript transcript;

	private final ResidentClient resident;

	private final DemoCustomer customer;

	PaymentSteps(Transcript transcript, ResidentClient resident, DemoCustomer customer) {
		this.transcript = transcript;
		this.resident = resident;
		this.customer = customer;
	}

	void declined() throws InterruptedException {
		StartedPayment payment = start(this.customer.secondBill(), 25_000, newKey());
		HostedPage.pay(checkout(payment), HostedPage.DECLINED);
		Payment ended = await(payment, "declined");
		Transcript.require(!today().isPending(this.customer.secondBill()), "The bill should be free again");
		this.transcript.step("A card is declined, the bill stays free",
				"payment " + ended.reference() + " " + ended.state());
	}

	/** Pays the first bill with a card that is accepted; the payment's reference. */
	String accepted() throws InterruptedException {
		this.transcript.refused("Paying more than is unpaid is refused", UNPROCESSABLE, "amount-above-unpaid",
				() -> start(this.customer.firstBill(), 25_001, newKey()));
		StartedPayment payment = startOnce();
		payAndSeeThatItIsPending(payment);
		Payment submitted = await(payment, "submitted");
		Payment.Method method = required(submitted.method(), "A payment that was submitted names the card");
		this.transcript.step("The payment", submitted.state() + ", card " + method.brand() + " " + method.last4());
		this.transcript.refused("Paying it a second time is refused", CONFLICT, "bill-pending",
				() -> start(this.customer.firstBill(), 25_000, newKey()));
		return payment.reference();
	}

	void receipt(InboxClient inbox, String email, String reference) throws InterruptedException {
		List<Mail> receipts = inbox.awaitMention(email, "Receipt for your payment " + reference);
		Transcript.require(receipts.size() == 1, receipts.size() + " receipts arrived instead of one");
		this.transcript.step("The receipt arrives by email, once", receipts.getFirst().subject());
	}

	void posted() throws InterruptedException {
		BillList bills = Poll.until("the posting to count", this::today,
				(list) -> list.totalUnpaid().equals(Money.usd(25_000)) && !list.isPending(this.customer.firstBill()));
		this.transcript.step("Total unpaid falls, the marker is gone", "total unpaid " + bills.totalUnpaid());
	}

	private StartedPayment startOnce() throws InterruptedException {
		String key = newKey();
		StartedPayment payment = start(this.customer.firstBill(), 25_000, key);
		this.transcript.step("The resident starts to pay 250.00", "reference " + payment.reference());
		StartedPayment same = start(this.customer.firstBill(), 25_000, key);
		Transcript.require(same.id().equals(payment.id()), "The same key started another payment");
		this.transcript.refused("The same key again: one payment; changed: refused", UNPROCESSABLE,
				"idempotency-key-reused", () -> start(this.customer.firstBill(), 24_000, key));
		return payment;
	}

	private void payAndSeeThatItIsPending(StartedPayment payment) throws InterruptedException {
		Money before = today().totalUnpaid();
		String back = HostedPage.pay(checkout(payment), HostedPage.ACCEPTED);
		this.transcript.step("The hosted page accepts the card", "back to " + back);
		BillList next = today();
		Transcript.require(next.isPending(this.customer.firstBill()),
				"The bill should be marked on the very next read: " + next);
		Transcript.require(next.totalUnpaid().equals(before), "Total unpaid should not change: " + next);
		this.transcript.step("The very next read: pending web payment exists",
				"total unpaid still " + next.totalUnpaid());
	}

	private StartedPayment start(String bill, long cents, String key) throws InterruptedException {
		return this.resident.startPayment(key, List.of(new Allocation(bill, Money.usd(cents))));
	}

	private Payment await(StartedPayment payment, String state) throws InterruptedException {
		return Poll.until("the payment to be " + state, () -> this.resident.payment(payment.id()),
				(read) -> read.state().equals(state));
	}

	private BillList today() throws InterruptedException {
		return this.resident.bills(this.customer.number(), null);
	}

	private static URI checkout(StartedPayment payment) {
		return required(payment.checkoutUrl(), "A payment that was started has a page to pay on");
	}

	private static <T> T required(@Nullable T value, String otherwise) {
		if (value == null) {
			throw new StepFailed(otherwise);
		}
		return value;
	}

	private static String newKey() {
		return UUID.randomUUID().toString();
	}

}

package city.plaza.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Poll;
import tools.jackson.databind.JsonNode;

/** The resident pays a bill. */
final class PaymentAct {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int OK = 200;

	private static final int CREATED = 201;

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final Story story;

	private final Client resident;

	private final BillsAct bills;

	PaymentAct(Story story, Client resident, BillsAct bills) {
		this.story = story;
		this.resident = resident;
		this.bills = bills;
	}

	void declined(Pair pair) throws InterruptedException {
		Answer payment = start(pair.secondBill(), 25_000, UUID.randomUUID().toString()).expect(CREATED);
		Hosted.pay(this.resident.with(""), payment.text("/checkoutUrl"), Hosted.DECLINED);
		Answer state = await(payment, "declined");
		Story.require(!marked(pair, pair.secondBill()), "The bill should be free again");
		this.story.tell("A card is declined, the bill stays free",
				"payment " + state.text("/reference") + " " + state.text("/state"));
	}

	/** Pays the first bill with a card that is accepted; the payment's reference. */
	String accepted(Pair pair) throws InterruptedException {
		long before = Money.cents(this.bills.today(pair).path("totalUnpaid"));
		start(pair.firstBill(), 25_001, UUID.randomUUID().toString()).expect(UNPROCESSABLE, "amount-above-unpaid");
		this.story.tell("Paying more than is unpaid is refused", "422 amount-above-unpaid");
		String key = UUID.randomUUID().toString();
		Answer payment = start(pair.firstBill(), 25_000, key).expect(CREATED);
		String reference = payment.text("/reference");
		this.story.tell("The resident starts to pay 250.00", "reference " + reference);
		Answer same = start(pair.firstBill(), 25_000, key).expect(CREATED);
		Story.require(same.text("/id").equals(payment.text("/id")), "The same key started another payment");
		start(pair.firstBill(), 24_000, key).expect(UNPROCESSABLE, "idempotency-key-reused");
		this.story.tell("The same key again: one payment; changed: refused", "422 idempotency-key-reused");
		String back = Hosted.pay(this.resident.with(""), payment.text("/checkoutUrl"), Hosted.ACCEPTED);
		this.story.tell("The hosted page takes the card", "back to " + back);
		JsonNode next = this.bills.today(pair);
		Story.require(pending(next, pair.firstBill()), "The bill should be marked on the very next read: " + next);
		Story.require(Money.cents(next.path("totalUnpaid")) == before, "Total unpaid should not change: " + next);
		this.story.tell("The very next read: pending web payment exists",
				"total unpaid still " + Money.shown(next.path("totalUnpaid")));
		Answer state = await(payment, "submitted");
		this.story.tell("The payment",
				state.text("/state") + ", card " + state.text("/method/brand") + " " + state.text("/method/last4"));
		start(pair.firstBill(), 25_000, UUID.randomUUID().toString()).expect(CONFLICT, "bill-pending");
		this.story.tell("Paying it a second time is refused", "409 bill-pending");
		return reference;
	}

	void receipt(InboxReader inbox, String email, String reference) throws InterruptedException {
		List<JsonNode> mails = inbox.awaitMention(email, "Receipt for your payment " + reference);
		Story.require(mails.size() == 1, mails.size() + " receipts came instead of one");
		this.story.tell("The receipt comes by mail, once", mails.getFirst().path("subject").asString(""));
	}

	void posted(Pair pair) throws InterruptedException {
		JsonNode now = Poll.until("the posting to count", LIMIT, () -> this.bills.today(pair),
				list -> Money.cents(list.path("totalUnpaid")) == 25_000 && !pending(list, pair.firstBill()));
		this.story.tell("Total unpaid falls, the marker is gone",
				"total unpaid " + Money.shown(now.path("totalUnpaid")));
	}

	private Answer start(String bill, long cents, String key) throws InterruptedException {
		Map<String, Object> amount = Map.of("amount", cents, "currency", "USD");
		return this.resident.post("/api/v1/payments", Map.of("Idempotency-Key", key),
				Map.of("allocations", List.of(Map.of("billNumber", bill, "amount", amount))));
	}

	private Answer await(Answer payment, String state) throws InterruptedException {
		return Poll.until("the payment to be " + state, LIMIT,
				() -> this.resident.get("/api/v1/payments/" + payment.text("/id")).expect(OK),
				answer -> answer.text("/state").equals(state));
	}

	private boolean marked(Pair pair, String bill) throws InterruptedException {
		return pending(this.bills.today(pair), bill);
	}

	private static boolean pending(JsonNode list, String bill) {
		for (JsonNode item : list.path("items")) {
			if (item.path("billNumber").asString("").equals(bill)) {
				return item.path("pendingWebPayment").asBoolean(false);
			}
		}
		return false;
	}

}

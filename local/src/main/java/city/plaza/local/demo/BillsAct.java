package city.plaza.local.demo;

import java.time.Duration;
import java.util.Map;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.Poll;
import tools.jackson.databind.JsonNode;

/** The resident links a customer and looks at the bills. */
final class BillsAct {

	static final String AS_OF = "2021-06-15";

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration LINK_LIMIT = Duration.ofSeconds(8);

	private static final Duration LINK_PAUSE = Duration.ofSeconds(3);

	private static final int OK = 200;

	private static final int CREATED = 201;

	private static final int NOT_FOUND = 404;

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final Story story;

	private final Client resident;

	BillsAct(Story story, Client resident) {
		this.story = story;
		this.resident = resident;
	}

	void link(Pair pair) throws InterruptedException {
		this.resident.get(bills(pair.customer(), AS_OF)).expect(NOT_FOUND);
		this.story.tell("Before the link the bills do not exist for them", "404");
		this.resident.post("/api/v1/customer-links", Map.of("number", pair.account(), "name", "SOMEBODY " + pair.run()))
			.expect(UNPROCESSABLE, "no-such-customer-account");
		this.story.tell("A wrong name is refused", "422 no-such-customer-account");
		// The customer comes to account-link-service by an event. Each failed try counts.
		Answer link = Poll.until("the link to " + pair.customer(), LINK_LIMIT, LINK_PAUSE,
				() -> tryLink(pair.account(), pair.name()), answer -> answer.status() == CREATED);
		this.story.tell("The resident links the account",
				"customer " + link.text("/customerNumber") + ", " + link.text("/name"));
		awaitBills(pair.customer());
		this.resident.post("/api/v1/customer-links", Map.of("number", pair.customer(), "name", pair.name()))
			.expect(CONFLICT, "already-linked");
		this.story.tell("A second link is refused", "409 already-linked");
	}

	void look(Pair pair) throws InterruptedException {
		Answer list = this.resident.get(bills(pair.customer(), AS_OF)).expect(OK);
		long unpaid = Money.cents(list.json().path("totalUnpaid"));
		Story.require(unpaid == 50_000 && list.json().path("count").asInt() == 2, "Not two of 250.00: " + list.body());
		this.story.tell("Manage bills as of 6/15/2021", describe(list));
		Answer bill = this.resident.get("/api/v1/bills/" + pair.firstBill()).expect(OK);
		Story.require(bill.json().path("charges").size() == 2, "Two charges should be there: " + bill.body());
		this.story.tell("The details of a bill", "bill " + bill.text("/billNumber") + ", charges "
				+ bill.json().path("charges").size() + ", unpaid " + Money.shown(bill.json().path("totalUnpaid")));
	}

	/** Links the sample customer as well, and shows what its bills say. */
	void lookAtSample() throws InterruptedException {
		Answer link = tryLink("100234", "EXAMPLE CUSTOMER");
		if (link.status() != CREATED) {
			this.story.tell("The sample customer 100234 is not there", link.status() + " " + link.code());
			return;
		}
		awaitBills("100234");
		Answer list = this.resident.get(bills("100234", AS_OF)).expect(OK);
		this.story.tell("The sample customer as of 6/15/2021", describe(list));
	}

	/** The bills as of today, read once. */
	JsonNode today(Pair pair) throws InterruptedException {
		return this.resident.get(bills(pair.customer(), "")).expect(OK).json();
	}

	private Answer tryLink(String number, String name) throws InterruptedException {
		return this.resident.post("/api/v1/customer-links", Map.of("number", number, "name", name));
	}

	private void awaitBills(String customer) throws InterruptedException {
		Poll.until("the bills of " + customer, LIMIT, () -> this.resident.get(bills(customer, AS_OF)),
				answer -> answer.status() == OK);
	}

	private static String bills(String customer, String asOf) {
		return "/api/v1/customers/" + customer + "/bills" + (asOf.isEmpty() ? "" : "?asOf=" + asOf);
	}

	private static String describe(Answer list) {
		JsonNode json = list.json();
		return json.path("count").asInt() + " bills, unpaid " + Money.shown(json.path("totalUnpaid")) + ", due "
				+ Money.shown(json.path("totalBalanceDue"));
	}

}

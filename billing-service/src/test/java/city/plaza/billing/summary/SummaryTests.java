package city.plaza.billing.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class SummaryTests {

	private static final String PATH = "/api/v1/billing-summary";

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private TestLedger ledger;

	@Autowired
	private TestEvents events;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private CityCalendar calendar;

	private String first;

	private String second;

	private UUID link;

	private final List<UUID> payments = new ArrayList<>();

	/**
	 * They are no payments of a provider's: no other test could do anything with them.
	 */
	@AfterEach
	void forgetsThePayments() {
		for (String table : List.of("payment_change", "payment_allocation", "payment")) {
			this.database.sql("delete from " + table + " where payment_id = any(:ids)")
				.bind("ids", this.payments.toArray(UUID[]::new))
				.then()
				.block();
		}
	}

	@BeforeEach
	void linksTwoCustomers() {
		this.first = this.ledger.customer();
		this.second = this.ledger.customer();
		this.link = this.ledger.link(this.resident, this.first);
		this.ledger.link(this.resident, this.second);
	}

	@Test
	void addsUpAllCustomersAsTheirListsOfBillsDo() {
		this.ledger.bill(this.first, "250.00");
		String paid = this.ledger.bill(this.first, "0.10");
		this.ledger.posting(paid, "2021-08-20", "0.10");
		this.ledger.bill(this.second, "LICENSE", "99.99");
		this.ledger.bill(this.ledger.customer(), "1000.00");

		JsonNode summary = read();

		assertThat(summary.path("asOf").asString()).isEqualTo(this.calendar.today().toString());
		assertThat(amount(summary, "totalUnpaid")).isEqualTo(34_999);
		assertThat(amount(summary, "totalUnpaid"))
			.isEqualTo(listed(this.first, "totalUnpaid") + listed(this.second, "totalUnpaid"));
		assertThat(amount(summary, "totalBalanceDue"))
			.isEqualTo(listed(this.first, "totalBalanceDue") + listed(this.second, "totalBalanceDue"));
		assertThat(summary.path("openBills").asInt()).isEqualTo(2);
		assertThat(summary.path("pastDueBills").asInt()).isEqualTo(2);
		JsonNode customer = summary.path("customers").path(0);
		assertThat(summary.path("customers").valueStream()).extracting((each) -> each.path("customerNumber").asString())
			.containsExactly(this.first, this.second);
		assertThat(customer.path("name").asString()).isEqualTo("EXAMPLE CUSTOMER");
		assertThat(customer.path("address").path("line1").asString()).isEqualTo("123 MAIN ST");
		assertThat(customer.path("openBills").asInt()).isOne();
		assertThat(amount(customer, "totalUnpaid")).isEqualTo(25_000);
		assertThat(amount(customer, "balanceDue")).isEqualTo(listed(this.first, "totalBalanceDue"));
	}

	@Test
	void listsTheBillsToPayNextTheEarliestFirst() {
		String later = bill(this.first, this.calendar.today(), this.calendar.today().plusDays(30));
		String sooner = bill(this.second, this.calendar.today(), this.calendar.today().plusDays(10));
		String late = this.ledger.bill(this.first, "LICENSE", "5.00");
		String paid = this.ledger.bill(this.first, "5.00");
		this.ledger.posting(paid, "2021-08-20", "5.00");
		String pending = this.ledger.bill(this.first, "7.00");
		pend(pending, "submitted");

		JsonNode summary = read();

		assertThat(summary.path("due").valueStream()).extracting((bill) -> bill.path("billNumber").asString())
			.containsExactly(late, sooner, later);
		JsonNode next = summary.path("due").path(0);
		assertThat(next.path("customerNumber").asString()).isEqualTo(this.first);
		assertThat(next.path("billType").asString()).isEqualTo("LICENSE");
		assertThat(next.path("payBy").asString()).isEqualTo("2021-07-02");
		assertThat(amount(next, "totalUnpaid")).isEqualTo(500);
		JsonNode one = this.ledger.read(this.resident, "/api/v1/bills/" + late);
		assertThat(amount(next, "balanceDue")).isEqualTo(amount(one, "balanceDue"));
		assertThat(summary.path("openBills").asInt()).isEqualTo(4);
		assertThat(summary.path("pastDueBills").asInt()).isEqualTo(2);
		assertThat(summary.path("pendingBills").asInt()).isOne();
		assertThat(amount(summary, "pendingUnpaid")).isEqualTo(700);
	}

	@Test
	void takesNoUnfinishedPaymentForAPendingOne() {
		String bill = this.ledger.bill(this.first, "7.00");
		pend(bill, "redirected");

		JsonNode summary = read();

		assertThat(summary.path("pendingBills").asInt(-1)).isZero();
		assertThat(amount(summary, "pendingUnpaid")).isZero();
		assertThat(summary.path("due").path(0).path("billNumber").asString()).isEqualTo(bill);
	}

	@Test
	void listsFiveBillsAtTheMostAndCountsAll() {
		for (int at = 0; at < 7; at++) {
			this.ledger.bill(this.first, "1.00");
		}
		JsonNode summary = read();
		assertThat(summary.path("due").size()).isEqualTo(5);
		assertThat(summary.path("openBills").asInt()).isEqualTo(7);
	}

	@Test
	void hasTwelveMonthsOfBillsAndPayments() {
		LocalDate today = this.calendar.today();
		String bill = bill(this.first, today, today.plusDays(30));
		this.ledger.posting(bill, today.toString(), "4.00");
		LocalDate before = today.minusMonths(11).withDayOfMonth(1);
		bill(this.second, before, today);
		bill(this.second, before.minusDays(1), today);

		JsonNode months = read().path("months");

		assertThat(months.size()).isEqualTo(12);
		assertThat(months.path(11).path("month").asString()).isEqualTo(YearMonth.from(today).toString());
		assertThat(amount(months.path(11), "billed")).isEqualTo(1_000);
		assertThat(amount(months.path(11), "paid")).isEqualTo(400);
		assertThat(months.path(0).path("month").asString()).isEqualTo(YearMonth.from(before).toString());
		assertThat(amount(months.path(0), "billed")).isEqualTo(1_000);
		assertThat(amount(months.path(5), "billed")).isZero();
	}

	@Test
	void takesWhatTheBankTookBackOffAgain() {
		LocalDate today = this.calendar.today();
		String bill = bill(this.first, today, today.plusDays(30));
		String posting = TestLedger.newNumber();
		this.ledger.good("postings", TestLedger.POSTINGS + posting + ",," + bill + "," + today + ",4.00,USD\n");
		this.ledger.good("adjustments",
				"adjustment_reference,kind,bill_number,effective_on,amount,currency,reverses,reason\n"
						+ TestLedger.newNumber() + ",reversal," + bill + "," + today + ",4.00,USD," + posting
						+ ",RETURNED CHECK\n");
		assertThat(amount(read().path("months").path(11), "paid")).isZero();
	}

	@Test
	void isEmptyWithoutALink() {
		JsonNode summary = this.ledger.read(UUID.randomUUID(), PATH);
		assertThat(amount(summary, "totalUnpaid")).isZero();
		assertThat(amount(summary, "totalBalanceDue")).isZero();
		assertThat(summary.path("customers").size()).isZero();
		assertThat(summary.path("due").size()).isZero();
		assertThat(summary.path("months").size()).isEqualTo(12);
	}

	@Test
	void forgetsACustomerWhoseLinkHasEnded() {
		this.ledger.bill(this.first, "250.00");
		this.events.publish("account-link.links", this.link.toString(), "AccountUnlinked", """
				{"linkId": "%s", "residentId": "%s", "customerNumber": "%s", "unlinkedAt": "2026-11-01T10:00:00Z"}"""
			.formatted(this.link, this.resident, this.first));
		Awaitility.await().until(() -> read().path("customers").size() == 1);
		assertThat(amount(read(), "totalUnpaid")).isZero();
	}

	@Test
	void isTheCallersAlone() {
		this.ledger.bill(this.first, "250.00");
		assertThat(amount(this.ledger.read(UUID.randomUUID(), PATH), "totalUnpaid")).isZero();
		assertThat(status(null)).isEqualTo(401);
		assertThat(status(TestTokens.ofAStranger())).isEqualTo(401);
		assertThat(status(TestTokens.with((claims) -> claims.expirationTime(new java.util.Date(0))))).isEqualTo(401);
		assertThat(status(TestTokens.staff("finance"))).isEqualTo(200);
	}

	private int status(@org.jspecify.annotations.Nullable String token) {
		return this.client.get().uri(PATH).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).exchange().returnResult(Void.class).getStatus().value();
	}

	private JsonNode read() {
		return this.ledger.read(this.resident, PATH);
	}

	private long listed(String customer, String total) {
		return amount(this.ledger.read(this.resident, "/api/v1/customers/" + customer + "/bills"), total);
	}

	private String bill(String customer, LocalDate issuedOn, LocalDate payBy) {
		String number = TestLedger.newNumber();
		this.ledger.good("bills", TestLedger.BILLS + number + "," + customer + ",CLAIMS," + issuedOn.getYear() + ","
				+ issuedOn + "," + payBy + ",USD,1,DAMAGED SIGN,10.00\n");
		return number;
	}

	private void pend(String bill, String state) {
		UUID payment = UUID.randomUUID();
		this.payments.add(payment);
		this.database
			.sql("""
					insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at, created_at)
					values (:id, :reference, :resident, :state, 700, 'USD', now() + interval '1 hour', now())
					""")
			.bind("id", payment)
			.bind("reference", payment.toString())
			.bind("state", state)
			.bind("resident", UUID.randomUUID())
			.then()
			.then(this.database.sql("""
					insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
					values (:id, 1, :bill, :customer, 700)
					""").bind("id", payment).bind("bill", bill).bind("customer", this.first).then())
			.block();
	}

	private static long amount(JsonNode node, String field) {
		return node.path(field).path("amount").asLong(-1);
	}

}

package city.plaza.billing.payment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a resident, a provider and finance may do with a few bills, in any order: no bill
 * is promised twice, and the provider's books and ours agree.
 */
@PlazaTest
class BooksTests {

	private static final String[] CARDS = { "4242424242424242", "4242424242424242", "4000000000000002",
			"4000000000000119" };

	@Autowired
	private Payer payer;

	@Autowired
	private PostPayments postPayments;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	private final List<String> bills = new ArrayList<>();

	private final List<JsonNode> payments = new ArrayList<>();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void agreeWithTheProvidersWhateverHappens(long seed) {
		Random random = new Random(seed);
		for (int at = 0; at < 3; at++) {
			this.bills.add(this.payer.bill(1 + random.nextInt(30_000)));
		}
		for (int step = 0; step < 18; step++) {
			take(step, random);
			assertThat(number("""
					select count(*) from pending_web_payment w join current_bill b using (bill_number)
					where w.resident_id = :id and w.amount > b.total_unpaid""")).as("reserved above what is unpaid")
				.isZero();
			assertThat(number("""
					select count(*) from payment p where p.resident_id = :id and p.amount <>
					    (select sum(a.amount) from payment_allocation a where a.payment_id = p.payment_id)"""))
				.as("allocations that do not add up")
				.isZero();
			assertThat(number("select count(*) from payment_allocation a join payment p using (payment_id) "
					+ "where p.resident_id = :id and a.pending and p.state not in ('created', 'redirected', 'submitted')"))
				.as("bills that wait for what is over")
				.isZero();
		}
		endAllThatIsOpen();
		assertThat(number("select coalesce(sum(h.amount), 0)::bigint from sandbox_charge h "
				+ "join sandbox_checkout c using (checkout_id) join payment p using (payment_id) where p.resident_id = :id"))
			.as("taken by the provider")
			.isEqualTo(number("select coalesce(sum(amount), 0)::bigint from payment "
					+ "where resident_id = :id and state in ('submitted', 'posted')"));
		assertThat(number("""
				select count(*) from payment p left join sandbox_checkout c using (payment_id)
				left join sandbox_charge h using (checkout_id) where p.resident_id = :id
				and (h.checkout_id is not null) <> (p.state in ('submitted', 'posted'))"""))
			.as("payments without a charge")
			.isZero();
		post();
		assertThat(number("select coalesce(sum(e.amount), 0)::bigint from entry e join payment p "
				+ "on p.reference = e.payment_reference where p.resident_id = :id"))
			.as("posted to bills")
			.isEqualTo(number("select coalesce(sum(amount), 0)::bigint from payment "
					+ "where resident_id = :id and state = 'posted'"));
		assertThat(this.payer.pendingBills()).isEmpty();
	}

	private void take(int step, Random random) {
		JsonNode payment = this.payments.isEmpty() ? null : this.payments.get(random.nextInt(this.payments.size()));
		int choice = (payment == null) ? 0 : random.nextInt(12);
		switch (choice) {
			case 0, 1, 2, 3, 4 -> start(step, random);
			case 5, 6, 7 -> this.payer.payBy(payment, CARDS[random.nextInt(CARDS.length)]);
			case 8 -> this.payer.cancel(payment);
			case 9 -> this.payer.letExpire(payment);
			case 10 -> this.payer.show(payment);
			default -> post();
		}
	}

	/** Some of the bills, in parts; what is refused is refused. */
	private void start(int step, Random random) {
		List<String> lines = this.bills.stream()
			.filter((bill) -> random.nextBoolean())
			.map((bill) -> Payer.line(bill, 1 + random.nextInt(12_000)))
			.toList();
		JsonNode started = this.payer.start("step-" + step, "{\"allocations\":[" + String.join(",", lines) + "]}")
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		if (started.path("checkoutUrl").isString()) {
			this.payments.add(started);
		}
	}

	private void endAllThatIsOpen() {
		this.payments.forEach(this.payer::cancel);
		Awaitility.await()
			.until(() -> number("select count(*) from payment where resident_id = :id "
					+ "and state in ('created', 'redirected')") == 0);
	}

	/** As finance does: all that waits for it, with its own numbers. */
	private void post() {
		List<NewPosting> waiting = this.database.sql("""
				select p.reference, w.bill_number, w.amount from pending_web_payment w join payment p using (payment_id)
				where p.resident_id = :id and p.state = 'submitted' order by 1, 2""")
			.bind("id", this.payer.id)
			.map((row) -> new NewPosting("P" + UUID.randomUUID(),
					new PaymentReference(row.get("reference", String.class)),
					new BillNumber(row.get("bill_number", String.class)), LocalDate.now(ZoneOffset.UTC).minusDays(1),
					SamplePayments.usd(row.get("amount", Long.class))))
			.all()
			.collectList()
			.block();
		List<Decided<PostPayments.Outcome>> decided = this.transactions.inOne(this.postPayments.post(waiting)).block();
		assertThat(decided).allMatch((each) -> each.outcome() == PostPayments.Outcome.POSTED);
	}

	private long number(String sql) {
		return this.database.sql(sql).bind("id", this.payer.id).map((row) -> row.get(0, Long.class)).one().block();
	}

}

package city.plaza.billing.ledger;

import java.time.Duration;

import city.plaza.platform.database.Columns;
import city.plaza.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins to keep the spans and figures of customers that were noticed to have very many
 * bills, and fills in those of their bills, a few at a time, beside what else is done.
 * From then on the database keeps them with each change. Instances share the work.
 */
@Component
class KeepLargeCustomers {

	private static final Logger log = LoggerFactory.getLogger(KeepLargeCustomers.class);

	/** About a quarter of a second, in which an import of the customer waits. */
	private static final int AT_ONCE = 1_000;

	private static final String NOTICED = """
			select exists (select from large_customer where began_at is null) as noticed""";

	// No transaction that is under way may change a bill without knowing of it: the lock
	// waits for those that have begun to, and lets others wait until all is seen by them.
	private static final String LOCK_OUT = """
			lock table large_customer in share row exclusive mode""";

	private static final String BEGIN = """
			update large_customer set began_at = now() where began_at is null""";

	private static final String FILLING = """
			select customer_number from large_customer where began_at is not null and kept_since is null
			order by noticed_at, customer_number""";

	// A transaction that changes a bill has locked it, and keeps its spans itself.
	private static final String LOCK = """
			select b.bill_number, b.pay_by from bill b
			where b.customer_number = :customer
			  and b.pay_by <= cast(:payBy as date) and (b.pay_by < cast(:payBy as date) or b.bill_number > :after)
			  and not exists (select from bill_span s where s.bill_number = b.bill_number)
			order by b.pay_by desc, b.bill_number limit :most for update of b skip locked""";

	// In one statement with the lock an entry written just before it would not be seen.
	private static final String FILL = """
			select keep_bill_spans(:bills)""";

	private static final String FINISH = """
			update large_customer l set kept_since = greatest(now(), began_at)
			where customer_number = :customer and kept_since is null
			  and not exists (select from bill b where b.customer_number = l.customer_number
			                  and not exists (select from bill_span s where s.bill_number = b.bill_number))""";

	private final DatabaseClient database;

	private final Transactions transactions;

	KeepLargeCustomers(DatabaseClient database, Transactions transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/** Begins with those that were noticed, and fills in all that is missing. */
	Mono<Void> keepAll() {
		return begin().thenMany(Flux.defer(this::filling)).concatMap(this::fillIn).then();
	}

	@Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
	Mono<Void> keepAllInTime() {
		return keepAll().timeout(Duration.ofMinutes(30)).onErrorResume((error) -> {
			log.warn("Customers with many bills could not be filled in this time: {}", error.toString());
			return Mono.empty();
		});
	}

	private Mono<Void> begin() {
		return this.database.sql(NOTICED)
			.map((row) -> Columns.flag(row, "noticed"))
			.one()
			.filter(Boolean::booleanValue)
			.flatMap((noticed) -> this.transactions
				.inOne(this.database.sql(LOCK_OUT).then().then(this.database.sql(BEGIN).then())));
	}

	private Flux<String> filling() {
		return this.database.sql(FILLING).map((row) -> Columns.text(row, "customer_number")).all();
	}

	/** What another transaction holds is left to the next time. */
	private Mono<Void> fillIn(String customer) {
		return Mono.defer(() -> fill(customer, Last.NONE))
			.expand((last) -> fill(customer, last))
			.then(Mono.defer(() -> this.database.sql(FINISH).bind("customer", customer).then()));
	}

	/**
	 * Fills in some.
	 * @return the last of them; empty where none was left behind it
	 */
	private Mono<Last> fill(String customer, Last after) {
		return this.transactions.inOne(this.database.sql(LOCK)
			.bind("customer", customer)
			.bind("payBy", after.payBy())
			.bind("after", after.bill())
			.bind("most", AT_ONCE)
			.map((row) -> new Last(Columns.date(row, "pay_by").toString(), Columns.text(row, "bill_number")))
			.all()
			.collectList()
			.filter((bills) -> !bills.isEmpty())
			.flatMap((bills) -> this.database.sql(FILL)
				.bind("bills", bills.stream().map(Last::bill).toArray(String[]::new))
				.then()
				.thenReturn(bills.getLast())));
	}

	/**
	 * Where it goes on, in the order of an index.
	 *
	 * @param payBy as the database reads it
	 */
	private record Last(String payBy, String bill) {

		private static final Last NONE = new Last("infinity", "");

	}

}

package city.plaza.billing.ledger;

import java.time.Duration;

import city.plaza.platform.database.Columns;
import city.plaza.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stores the balance of bills from before balances were stored, a few at a time, beside
 * what else is done. Instances share the work; once all have one it finds nothing.
 */
@Component
class FillBalances {

	private static final Logger log = LoggerFactory.getLogger(FillBalances.class);

	private static final int AT_ONCE = 500;

	// A transaction that changes a bill has locked it: those are passed over this time.
	private static final String LOCK = """
			select b.bill_number from bill b
			where b.bill_number > :after
			  and not exists (select from bill_balance t where t.bill_number = b.bill_number)
			order by b.bill_number limit :most for update of b skip locked""";

	// In one statement with the lock an entry written just before it would not be seen.
	private static final String FILL = """
			insert into bill_balance
			select bill_number, total_unpaid(bill_number) from unnest(:bills) as b (bill_number)""";

	private final DatabaseClient database;

	private final Transactions transactions;

	FillBalances(DatabaseClient database, Transactions transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * Fills some.
	 * @param after the bill number to begin behind; empty to begin at the first
	 * @return the last that was filled; empty where none was left behind it
	 */
	Mono<String> fill(String after) {
		return this.transactions.inOne(this.database.sql(LOCK)
			.bind("after", after)
			.bind("most", AT_ONCE)
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.collectList()
			.filter((bills) -> !bills.isEmpty())
			.flatMap((bills) -> this.database.sql(FILL)
				.bind("bills", bills.toArray(String[]::new))
				.then()
				.thenReturn(bills.getLast())));
	}

	@Scheduled(initialDelay = 10_000, fixedDelay = 600_000)
	Mono<Void> fillAll() {
		return Mono.defer(() -> fill(""))
			.expand(this::fill)
			.then()
			.timeout(Duration.ofMinutes(30))
			.onErrorResume((error) -> {
				log.warn("Balances could not be filled in this time: {}", error.toString());
				return Mono.empty();
			});
	}

}

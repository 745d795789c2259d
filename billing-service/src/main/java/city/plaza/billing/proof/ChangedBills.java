package city.plaza.billing.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The customers whose bills changed: marked by the database beside the change. */
@Repository
class ChangedBills {

	/** Older ones prove nothing: the holder of the account has a later one. */
	private static final int LATEST = 50;

	private static final String TAKE = """
			delete from bill_proof_due where customer_number in (
			  select customer_number from bill_proof_due
			  where marked_at <= statement_timestamp() - :quiet * interval '1 millisecond'
			  order by marked_at limit :most for update skip locked)
			returning customer_number, nextval('bill_proof_version') as version
			""";

	// In the order of an index: a customer with 100,000 bills costs no more than one with
	// 50.
	private static final String BILLS = """
			select b.customer_number, b.bill_number, b.currency,
			  (select coalesce(sum(c.amount), 0) from charge c where c.bill_number = b.bill_number)::bigint as amount
			from unnest(:customers) as k(customer)
			cross join lateral (
			  select customer_number, bill_number, currency, pay_by from bill where customer_number = k.customer
			  order by pay_by desc, bill_number limit :latest) b
			order by b.pay_by desc, b.bill_number
			""";

	private final DatabaseClient database;

	ChangedBills(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes some customers; they are marked again if the transaction fails.
	 * @param quiet for how long no bill of theirs has changed
	 * @param most how many
	 * @return each customer's next version
	 */
	Mono<Map<String, Long>> take(Duration quiet, int most) {
		return this.database.sql(TAKE)
			.bind("quiet", quiet.toMillis())
			.bind("most", most)
			.map((row) -> Map.entry(Columns.text(row, "customer_number"), Columns.amount(row, "version")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** The bills of the customers that are to be paid latest, the latest first. */
	Mono<List<PrintedBill>> latest(List<String> customers) {
		return this.database.sql(BILLS)
			.bind("customers", customers.toArray(String[]::new))
			.bind("latest", LATEST)
			.map((row) -> new PrintedBill(Columns.text(row, "customer_number"), Columns.text(row, "bill_number"),
					new Money(Columns.amount(row, "amount"), Columns.text(row, "currency"))))
			.all()
			.collectList();
	}

	/**
	 * What stands on a bill.
	 *
	 * @param amount of all charges
	 */
	record PrintedBill(String customer, String number, Money amount) {
	}

}

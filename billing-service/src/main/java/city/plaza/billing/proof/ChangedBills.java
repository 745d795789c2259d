package city.plaza.billing.proof;

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
			  select customer_number from bill_proof_due order by marked_at limit :most for update skip locked)
			returning customer_number, nextval('bill_proof_version') as version
			""";

	private static final String BILLS = """
			select b.customer_number, b.bill_number, b.currency,
			  (select coalesce(sum(c.amount), 0) from charge c where c.bill_number = b.bill_number)::bigint as amount
			from unnest(:customers) as k(customer)
			cross join lateral (
			  select customer_number, bill_number, currency, issued_on from bill where customer_number = k.customer
			  order by issued_on desc, bill_number desc limit :latest) b
			order by b.issued_on desc, b.bill_number desc
			""";

	private final DatabaseClient database;

	ChangedBills(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes some customers; they are marked again if the transaction fails.
	 * @return each customer's next version
	 */
	Mono<Map<String, Long>> take(int most) {
		return this.database.sql(TAKE)
			.bind("most", most)
			.map((row) -> Map.entry(Columns.text(row, "customer_number"), Columns.amount(row, "version")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** The latest bills of the customers, the latest first. */
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

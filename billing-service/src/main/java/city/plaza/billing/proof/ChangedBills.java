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

	/** Older ones prove nothing: whoever has the account has a later one. */
	private static final int LATEST = 50;

	private static final String TAKE = """
			DELETE FROM bill_proof_due WHERE customer_number IN (
			  SELECT customer_number FROM bill_proof_due ORDER BY marked_at LIMIT :most FOR UPDATE SKIP LOCKED)
			RETURNING customer_number, nextval('bill_proof_version') AS version
			""";

	private static final String BILLS = """
			SELECT b.customer_number, b.bill_number, b.currency,
			  (SELECT coalesce(sum(c.amount), 0) FROM charge c WHERE c.bill_number = b.bill_number)::bigint AS amount
			FROM unnest(:customers) AS k(customer)
			CROSS JOIN LATERAL (
			  SELECT customer_number, bill_number, currency, issued_on FROM bill WHERE customer_number = k.customer
			  ORDER BY issued_on DESC, bill_number DESC LIMIT :latest) b
			ORDER BY b.issued_on DESC, b.bill_number DESC
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

package city.plaza.accountlink.proof;

import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.platform.database.Columns;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The proofs of all customers' bills. */
@Repository
public class BillProofs {

	private static final String KEEP = """
			insert into customer_bill_proof (customer_number, proofs, version)
			values (:customer, :proofs, :version)
			on conflict (customer_number) do update set proofs = excluded.proofs, version = excluded.version
			where customer_bill_proof.version < excluded.version
			""";

	private static final String HAS = """
			select exists (select from customer_bill_proof
			               where customer_number = :customer and :proof = any(proofs)) as found
			""";

	private final DatabaseClient database;

	private final BillDigest digest;

	BillProofs(DatabaseClient database, BillDigest digest) {
		this.database = database;
		this.digest = digest;
	}

	/**
	 * Looks whether it is a bill of the customer; as much work for a customer that does
	 * not exist.
	 * @param customerNumber the Customer ID
	 * @param bill as typed
	 * @return whether number and amount are those of one of the customer's latest bills
	 */
	public Mono<Boolean> has(CustomerNumber customerNumber, BillTyped bill) {
		return this.database.sql(HAS)
			.bind("customer", customerNumber.value())
			.bind("proof", this.digest.of(customerNumber, bill))
			.map((row) -> Columns.flag(row, "found"))
			.one();
	}

	/** Follows billing-service: the newest state of a customer replaces the one known. */
	Mono<Void> keep(Event<BillProofsChanged> event) {
		BillProofsChanged state = event.data();
		return this.database.sql(KEEP)
			.bind("customer", state.customerNumber())
			.bind("proofs", state.proofs().toArray(String[]::new))
			.bind("version", state.version())
			.then();
	}

}

package city.plaza.billing.payment;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Writes payments that begin. */
@Repository
class NewPayments {

	private final DatabaseClient database;

	NewPayments(DatabaseClient database) {
		this.database = database;
	}

	/** Writes a payment that has no checkout yet, and marks its bills pending. */
	Mono<Payment> insert(Payment payment) {
		return this.database.sql("""
				insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at,
				    created_at, next_check_at)
				values (:id, :reference, :resident, :state, :amount, :currency, :expiresAt, :createdAt, :expiresAt)""")
			.bind("id", payment.id().value())
			.bind("reference", payment.reference().value())
			.bind("resident", payment.residentId())
			.bind("state", payment.state().code())
			.bind("amount", payment.amount().amount())
			.bind("currency", payment.amount().currency())
			.bind("expiresAt", payment.expiresAt())
			.bind("createdAt", payment.createdAt())
			.then()
			.thenMany(Flux.range(0, payment.allocations().size()))
			.concatMap((line) -> insert(payment, line))
			.then(Mono.just(payment));
	}

	private Mono<Void> insert(Payment payment, int line) {
		Allocation allocation = payment.allocations().get(line);
		return this.database.sql("""
				insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
				values (:id, :line, :bill, :customer, :amount)""")
			.bind("id", payment.id().value())
			.bind("line", line)
			.bind("bill", allocation.billNumber())
			.bind("customer", allocation.customerNumber())
			.bind("amount", allocation.amount().amount())
			.then();
	}

}

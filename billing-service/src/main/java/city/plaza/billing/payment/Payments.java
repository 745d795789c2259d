package city.plaza.billing.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The web payments as they stand. */
@Repository
class Payments {

	private static final String SELECT = "select " + PaymentRows.COLUMNS + " from payment p ";

	private final DatabaseClient database;

	Payments(DatabaseClient database) {
		this.database = database;
	}

	Mono<Payment> find(PaymentId id) {
		return one(this.database.sql(SELECT + "where p.payment_id = :id").bind("id", id.value()));
	}

	/** Only its owner's: a foreign payment is as absent. */
	Mono<Payment> find(PaymentId id, UUID resident) {
		return one(this.database.sql(SELECT + "where p.payment_id = :id and p.resident_id = :resident")
			.bind("id", id.value())
			.bind("resident", resident));
	}

	/** Waits for whoever is changing it, and keeps others waiting until the commit. */
	Mono<Payment> lock(PaymentId id) {
		return one(this.database.sql(SELECT + "where p.payment_id = :id for update").bind("id", id.value()));
	}

	Mono<Payment> lock(PaymentReference reference) {
		return one(this.database.sql(SELECT + "where p.reference = :reference for update")
			.bind("reference", reference.value()));
	}

	/**
	 * A page of a resident's payments, newest first.
	 * @param resident whose
	 * @param after the last one of the page before
	 * @param limit how many at most
	 * @return the page
	 */
	Mono<List<Payment>> page(UUID resident, @Nullable PageMark after, int limit) {
		Instant createdAt = (after != null) ? after.createdAt() : Instant.parse("9999-01-01T00:00:00Z");
		UUID id = (after != null) ? after.paymentId() : new UUID(0, 0);
		return many(this.database.sql(SELECT + """
				where p.resident_id = :resident and (p.created_at, p.payment_id) < (:createdAt, :id)
				order by p.created_at desc, p.payment_id desc limit :limit""")
			.bind("resident", resident)
			.bind("createdAt", createdAt)
			.bind("id", id)
			.bind("limit", limit));
	}

	/** Which of the bills have a pending web payment, whoever pays it. */
	Mono<List<String>> pendingAmong(Collection<String> billNumbers) {
		return this.database.sql("select bill_number from pending_web_payment where bill_number = any(:bills)")
			.bind("bills", billNumbers.toArray(String[]::new))
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.collectList();
	}

	private Mono<Payment> one(DatabaseClient.GenericExecuteSpec query) {
		return many(query).flatMap((found) -> Mono.justOrEmpty(found.stream().findFirst()));
	}

	private Mono<List<Payment>> many(DatabaseClient.GenericExecuteSpec query) {
		return query.map((row) -> PaymentRows.payment(row, List.of()))
			.all()
			.collectList()
			.flatMap(this::withAllocations);
	}

	private Mono<List<Payment>> withAllocations(List<Payment> payments) {
		if (payments.isEmpty()) {
			return Mono.just(payments);
		}
		return this.database.sql("""
				select a.payment_id, a.bill_number, a.customer_number, a.amount, p.currency
				from payment_allocation a join payment p on p.payment_id = a.payment_id
				where a.payment_id = any(:ids) order by a.payment_id, a.line""")
			.bind("ids", payments.stream().map((payment) -> payment.id().value()).toArray(UUID[]::new))
			.map(Part::of)
			.all()
			.collectList()
			.map((parts) -> join(payments, parts));
	}

	private static List<Payment> join(List<Payment> payments, List<Part> parts) {
		Map<PaymentId, List<Allocation>> byPayment = parts.stream()
			.collect(Collectors.groupingBy(Part::id, Collectors.mapping(Part::allocation, Collectors.toList())));
		return payments.stream()
			.map((payment) -> payment.with(byPayment.getOrDefault(payment.id(), List.of())))
			.toList();
	}

	/**
	 * Where a page ended.
	 */
	record PageMark(Instant createdAt, UUID paymentId) {
	}

	private record Part(PaymentId id, Allocation allocation) {

		static Part of(Readable row) {
			return new Part(PaymentRows.id(row), PaymentRows.allocation(row));
		}

	}

}

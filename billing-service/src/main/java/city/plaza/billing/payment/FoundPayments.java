package city.plaza.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Payments of all residents, as finance looks them up. */
@Repository
class FoundPayments {

	/** The condition of each name of a query. */
	private static final Map<String, String> CONDITIONS = Map.of("reference", "p.reference = :reference", "bill",
			"p.payment_id in (select payment_id from payment_allocation where bill_number = :bill)", "customer",
			"p.payment_id in (select payment_id from payment_allocation where customer_number = :customer)", "resident",
			"p.resident_id = :resident", "state", "p.state = :state", "from", "p.created_at >= :from", "until",
			"p.created_at < :until");

	private static final String BEHIND = "where (p.created_at, p.payment_id) < (:createdAt, :id)";

	private static final String NEWEST_FIRST = " order by p.created_at desc, p.payment_id desc limit :most";

	private static final String HISTORY = """
			select state, failure_reason, changed_at from payment_change where payment_id = :id
			order by change_id limit 100
			""";

	private final DatabaseClient database;

	FoundPayments(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A page of the payments that fit, newest first.
	 * @param query what they are looked up by
	 * @param after the last one of the page before
	 * @param most how many
	 * @return the page
	 */
	Mono<List<Payment>> page(PaymentQuery query, Payments.PageMark after, int most) {
		Map<String, Object> given = query.given();
		String conditions = given.keySet()
			.stream()
			.map((name) -> " and " + CONDITIONS.get(name))
			.collect(Collectors.joining());
		return this.database.sql(PaymentRows.SELECT + BEHIND + conditions + NEWEST_FIRST)
			.bindValues(given)
			.bind("createdAt", after.createdAt())
			.bind("id", after.paymentId().value())
			.bind("most", most)
			.map(PaymentRows::payment)
			.all()
			.collectList();
	}

	/** The states of a payment since they are noted, the oldest first. */
	Mono<List<PaymentHistory.Step>> history(PaymentId id) {
		return this.database.sql(HISTORY).bind("id", id.value()).map(FoundPayments::step).all().collectList();
	}

	private static PaymentHistory.Step step(Readable row) {
		return PaymentHistory.Step.into(PaymentState.of(Columns.text(row, "state")),
				Columns.required(row, "changed_at", Instant.class),
				Optional.ofNullable(row.get("failure_reason", String.class)).map(FailureReason::of).orElse(null));
	}

}

package city.plaza.billing.payment;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The web payments as they stand. It stores what the payments decide. */
@Repository
class Payments {

	private static final String STORE = """
			update payment set state = :to, checkout_url = :page, expires_at = :expiresAt, next_check_at = :nextCheckAt,
			    failure_reason = :reason, card_brand = :brand, card_last4 = :last4, submitted_at = :submittedAt,
			    posted_on = :postedOn, finished_at = :finishedAt
			where payment_id = :id and state = :from""";

	// An array from a query of its own: planned once, not each time.
	private static final String PENDING_AMONG = """
			select bill_number from pending_web_payment
			where bill_number = any(array(select unnest(cast(:bills as text[]))))
			""";

	private static final String INSERT = """
			added as (
			    insert into payment (payment_id, reference, resident_id, provider, state, amount, currency, expires_at,
			        created_at, next_check_at)
			    values (:id, :reference, :resident, :provider, :state, :amount, :currency, :expiresAt, :createdAt,
			        :nextCheckAt))
			insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
			select :id, a.line - 1, a.bill, a.customer, a.amount
			from unnest(cast(:bills as text[]), cast(:customers as text[]), cast(:amounts as bigint[]))
			    with ordinality as a (bill, customer, amount, line)
			""";

	private static final String ADD = "with " + INSERT;

	private static final String ADD_REQUESTED = """
			with requested as (
			    insert into payment_request (resident_id, idempotency_key, body_hash, payment_id, created_at)
			    values (:resident, :key, :hash, :id, :createdAt)),
			""" + INSERT;

	private static final String CHECK_NEXT = """
			update payment set next_check_at = :at where payment_id = :id
			""";

	private static final String FREE = """
			update payment_allocation set pending = false
			where payment_id = :id and pending and bill_number = any(:bills)
			""";

	private static final String FREE_ALL = """
			update payment_allocation set pending = false where payment_id = :id and pending
			""";

	private static final String FIND = PaymentRows.SELECT + """
			where p.payment_id = :id
			""";

	private static final String LOCK = FIND + """
			for update of p
			""";

	private static final String LOCK_ALL = PaymentRows.SELECT + """
			where p.reference = any(:references) order by p.reference for update of p
			""";

	private static final String PAGE = PaymentRows.SELECT + """
			where p.resident_id = :resident and (p.created_at, p.payment_id) < (:createdAt, :id)
			order by p.created_at desc, p.payment_id desc limit :limit
			""";

	/** After every payment, and no later than the database knows. */
	private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

	private final DatabaseClient database;

	private final PaymentEvents events;

	Payments(DatabaseClient database, PaymentEvents events) {
		this.database = database;
		this.events = events;
	}

	Mono<Payment> find(PaymentId id) {
		return this.database.sql(FIND).bind("id", id.value()).map(PaymentRows::payment).one();
	}

	/** Only its owner's: another resident's payment is not found. */
	Mono<Payment> find(PaymentId id, ResidentId resident) {
		return find(id).filter((payment) -> payment.residentId().equals(resident));
	}

	/** Waits for other changes of it, and keeps others waiting until the commit. */
	Mono<Payment> lock(PaymentId id) {
		return this.database.sql(LOCK).bind("id", id.value()).map(PaymentRows::payment).one();
	}

	/**
	 * Locks payments, always in the same order.
	 * @param references known or not
	 * @return those that are known
	 */
	Mono<Map<PaymentReference, Payment>> lock(Collection<PaymentReference> references) {
		return this.database.sql(LOCK_ALL)
			.bind("references", references.stream().map(PaymentReference::value).toArray(String[]::new))
			.map(PaymentRows::payment)
			.all()
			.collectMap(Payment::reference);
	}

	/**
	 * A page of a resident's payments, newest first.
	 * @param after the last one of the page before
	 * @param limit how many at most
	 * @return the page
	 */
	Mono<List<Payment>> page(ResidentId resident, @Nullable PageMark after, int limit) {
		Instant createdAt = (after != null) ? after.createdAt() : FAR_AWAY;
		UUID id = (after != null) ? after.paymentId().value() : new UUID(0, 0);
		return this.database.sql(PAGE)
			.bind("resident", resident.value())
			.bind("createdAt", createdAt)
			.bind("id", id)
			.bind("limit", limit)
			.map(PaymentRows::payment)
			.all()
			.collectList();
	}

	/** Which of the bills have a pending web payment, of any resident. */
	Mono<Set<BillNumber>> pendingAmong(Collection<BillNumber> bills) {
		return this.database.sql(PENDING_AMONG)
			.bind("bills", bills.stream().map(BillNumber::value).toArray(String[]::new))
			.map((row) -> new BillNumber(Columns.text(row, "bill_number")))
			.all()
			.collect(Collectors.toSet());
	}

	/** Writes a payment that begins and marks its bills pending. */
	Mono<Payment> add(Payment payment) {
		return added(this.database.sql(ADD), payment);
	}

	/**
	 * Writes a payment that begins, marks its bills pending and remembers the request.
	 * @param key of the request, not used before
	 * @param hash of its body
	 */
	Mono<Payment> add(Payment payment, String key, byte[] hash) {
		return added(this.database.sql(ADD_REQUESTED).bind("key", key).bind("hash", hash), payment);
	}

	private static Mono<Payment> added(DatabaseClient.GenericExecuteSpec insert, Payment payment) {
		return insert.bind("id", payment.id().value())
			.bind("reference", payment.reference().value())
			.bind("resident", payment.residentId().value())
			.bind("provider", payment.origin().provider())
			.bind("state", payment.state().code())
			.bind("amount", payment.amount().amount())
			.bind("currency", payment.amount().currency())
			.bind("expiresAt", payment.checkout().expiresAt())
			.bind("createdAt", payment.origin().createdAt())
			.bind("nextCheckAt", or(Instant.class, payment.checkout().nextCheckAt()))
			.bind("bills", column(payment, String[]::new, (part) -> part.billNumber().value()))
			.bind("customers", column(payment, String[]::new, (part) -> part.customerNumber().value()))
			.bind("amounts", column(payment, Long[]::new, (part) -> part.amount().amount()))
			.then()
			.thenReturn(payment);
	}

	/**
	 * Stores a change with its event; must run in a transaction.
	 * @return completes when both are stored
	 * @throws IllegalStateException (as an error signal) if the payment has moved since
	 * it was read: it was not locked
	 */
	Mono<Void> store(PaymentChange change) {
		Mono<Void> freed = change.payment().state().isFailed() ? free(change.payment()) : Mono.empty();
		PaymentEvent event = change.event();
		return update(change).then(freed).then((event != null) ? this.events.append(event) : Mono.empty());
	}

	/** Puts off, or ends with null, asking the provider. */
	Mono<Void> checkNext(PaymentId id, @Nullable Instant at) {
		return this.database.sql(CHECK_NEXT).bind("at", or(Instant.class, at)).bind("id", id.value()).then();
	}

	private Mono<Void> update(PaymentChange change) {
		Payment payment = change.payment();
		Payment.Result result = payment.result();
		Optional<PaymentMethod> method = Optional.ofNullable(result.method());
		return this.database.sql(STORE)
			.bind("to", payment.state().code())
			.bind("page",
					or(String.class, Optional.ofNullable(payment.checkout().page()).map(URI::toString).orElse(null)))
			.bind("expiresAt", payment.checkout().expiresAt())
			.bind("nextCheckAt", or(Instant.class, payment.checkout().nextCheckAt()))
			.bind("reason",
					or(String.class, Optional.ofNullable(result.failureReason()).map(FailureReason::code).orElse(null)))
			.bind("brand", or(String.class, method.map(PaymentMethod::brand).orElse(null)))
			.bind("last4", or(String.class, method.map(PaymentMethod::last4).orElse(null)))
			.bind("submittedAt", or(Instant.class, result.submittedAt()))
			.bind("postedOn", or(LocalDate.class, result.postedOn()))
			.bind("finishedAt", or(Instant.class, result.finishedAt()))
			.bind("id", payment.id().value())
			.bind("from", change.from().code())
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty()
					: Mono.error(() -> new IllegalStateException("Payment " + payment.id() + " moved meanwhile")));
	}

	/** Takes the marker off bills of a payment: finance has posted its part of them. */
	Mono<Void> free(PaymentId id, Collection<BillNumber> bills) {
		return this.database.sql(FREE)
			.bind("id", id.value())
			.bind("bills", bills.stream().map(BillNumber::value).toArray(String[]::new))
			.then();
	}

	private Mono<Void> free(Payment payment) {
		return this.database.sql(FREE_ALL).bind("id", payment.id().value()).then();
	}

	private static <T> T[] column(Payment payment, IntFunction<T[]> array, Function<Allocation, T> value) {
		return payment.allocations().stream().map(value).toArray(array);
	}

	private static <T> Parameter or(Class<T> type, @Nullable T value) {
		return (value != null) ? Parameters.in(value) : Parameters.in(type);
	}

	/** Where a page ended. */
	record PageMark(Instant createdAt, PaymentId paymentId) {

		/**
		 * Checks the place.
		 * @throws DateTimeException if no payment can have been made then
		 */
		PageMark {
			if (createdAt.isBefore(Instant.EPOCH) || !createdAt.isBefore(FAR_AWAY)) {
				throw new DateTimeException("No payment was made at " + createdAt);
			}
		}

	}

}

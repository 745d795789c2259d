package city.plaza.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.problem.RequestLog;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The list of money that does not match its payment. */
@Repository
class PaymentExceptions {

	private static final Logger log = LoggerFactory.getLogger(PaymentExceptions.class);

	private static final String SELECT = """
			select e.*, p.reference, p.state, p.amount as expected, p.currency as expected_currency
			from payment_exception e join payment p on p.payment_id = e.payment_id
			""";

	private static final String FOUND = """
			insert into payment_exception (exception_id, payment_id, kind, amount, currency, found_at)
			values (:exception, :payment, :kind, :amount, :currency, :at) on conflict do nothing
			""";

	private static final String OVERPAID = """
			insert into payment_exception as e (exception_id, payment_id, kind, amount, currency, found_at)
			values (:exception, :payment, 'overpaid', :amount, :currency, :at)
			on conflict (payment_id, kind) do update set amount = e.amount + excluded.amount,
			    found_at = excluded.found_at, resolved_at = null, resolved_by = null, note = null
			""";

	private static final String OPEN = SELECT + """
			where e.resolved_at is null order by e.found_at, e.exception_id limit :most
			""";

	private static final String RESOLVED = SELECT + """
			where e.resolved_at is not null order by e.resolved_at desc, e.exception_id limit :most
			""";

	private static final String LOCK = SELECT + """
			where e.exception_id = :id for update of e
			""";

	private static final String RESOLVE = """
			update payment_exception set resolved_at = :at, resolved_by = :by, note = :note
			where exception_id = :id and resolved_at is null
			""";

	private static final String COUNT_OPEN = """
			select count(*) as open from payment_exception where resolved_at is null
			""";

	private final DatabaseClient database;

	PaymentExceptions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds one; found again, it is on the list once.
	 * @param kind what does not match
	 * @param amount what the provider took, or had taken
	 * @return completes when it is on the list
	 */
	Mono<Void> found(PaymentId payment, PaymentException.Kind kind, Money amount, Instant at) {
		return this.database.sql(FOUND)
			.bind("exception", ExceptionId.random().value())
			.bind("payment", payment.value())
			.bind("kind", kind.code())
			.bind("amount", amount.amount())
			.bind("currency", amount.currency())
			.bind("at", at)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows > 0)
			.flatMap((rows) -> needsADecision(payment, kind));
	}

	/**
	 * Finance posted a web payment to a bill that owed less: what was over is the
	 * customer's credit now, for finance to refund or to keep. More of it reopens the
	 * exception.
	 */
	Mono<Void> overpaid(PaymentId payment, Money credit, Instant at) {
		return needsADecision(payment, PaymentException.Kind.OVERPAID).then(this.database.sql(OVERPAID)
			.bind("exception", ExceptionId.random().value())
			.bind("payment", payment.value())
			.bind("amount", credit.amount())
			.bind("currency", credit.currency())
			.bind("at", at)
			.then());
	}

	private static Mono<Void> needsADecision(PaymentId payment, PaymentException.Kind kind) {
		return RequestLog.write(() -> log.error("Payment {} needs a decision by finance: {}", payment, kind.code()));
	}

	/** The open ones, oldest first, or those resolved, latest first. */
	Mono<List<PaymentException>> list(boolean open, int most) {
		return this.database.sql(open ? OPEN : RESOLVED)
			.bind("most", most)
			.map(PaymentExceptions::exception)
			.all()
			.collectList();
	}

	/** Locked until the transaction ends. */
	Mono<PaymentException> lock(ExceptionId id) {
		return this.database.sql(LOCK).bind("id", id.value()).map(PaymentExceptions::exception).one();
	}

	Mono<Void> resolve(ExceptionId id, PaymentException.Resolution resolution) {
		return this.database.sql(RESOLVE)
			.bind("at", resolution.at())
			.bind("by", resolution.by())
			.bind("note", resolution.note())
			.bind("id", id.value())
			.then();
	}

	Mono<Long> countOpen() {
		return this.database.sql(COUNT_OPEN).map((row) -> Columns.amount(row, "open")).one();
	}

	private static PaymentException exception(Readable row) {
		return new PaymentException(new ExceptionId(Columns.required(row, "exception_id", UUID.class)),
				PaymentRows.id(row), new PaymentReference(Columns.text(row, "reference")),
				PaymentState.of(Columns.text(row, "state")), PaymentException.Kind.of(Columns.text(row, "kind")),
				new Money(Columns.amount(row, "expected"), Columns.text(row, "expected_currency")),
				PaymentRows.money(row), Columns.required(row, "found_at", Instant.class), resolution(row));
	}

	private static PaymentException.@Nullable Resolution resolution(Readable row) {
		Instant at = row.get("resolved_at", Instant.class);
		return (at != null) ? new PaymentException.Resolution(at, Columns.required(row, "resolved_by", UUID.class),
				Columns.text(row, "note")) : null;
	}

}

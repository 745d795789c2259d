package city.plaza.billing.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import city.plaza.billing.sql.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Takes note of what finance posted: the marker of each posted bill goes, and a payment
 * posted whole becomes posted.
 */
@Component
public class PostPayments {

	private static final String RELEASE_POSTED = """
			UPDATE payment_allocation a SET pending = false
			WHERE a.payment_id = :id AND a.pending AND a.amount <= (
			    SELECT coalesce(sum(p.amount), 0) FROM posting p
			    WHERE p.payment_reference = :reference AND p.bill_number = a.bill_number)
			""";

	private static final String COUNT_UNPOSTED = """
			SELECT count(*) AS unposted FROM payment_allocation WHERE payment_id = :id AND pending
			""";

	private final DatabaseClient database;

	private final Payments payments;

	private final Clock clock;

	PostPayments(DatabaseClient database, Payments payments, Clock clock) {
		this.database = database;
		this.payments = payments;
		this.clock = clock;
	}

	/**
	 * Looks at the posting rows of a payment and applies them. To be called in the
	 * transaction that wrote those rows; may be called again without effect.
	 * @param paymentReference of a web payment; unknown ones are passed over
	 * @param postedOn the ledger's date of the last of them, in the city's time zone
	 * @return completes when the payment is as its postings say
	 */
	public Mono<Void> apply(String paymentReference, LocalDate postedOn) {
		return this.payments.lock(new PaymentReference(paymentReference))
			.filter((payment) -> payment.state() == PaymentState.SUBMITTED)
			.flatMap((payment) -> apply(payment, postedOn));
	}

	private Mono<Void> apply(Payment payment, LocalDate postedOn) {
		return this.database.sql(RELEASE_POSTED)
			.bind("id", payment.id().value())
			.bind("reference", payment.reference().value())
			.then()
			.then(isPostedWhole(payment))
			.filter(Boolean::booleanValue)
			.flatMap((whole) -> posted(payment, postedOn));
	}

	private Mono<Boolean> isPostedWhole(Payment payment) {
		return this.database.sql(COUNT_UNPOSTED)
			.bind("id", payment.id().value())
			.map((row) -> Columns.amount(row, "unposted") == 0)
			.one();
	}

	private Mono<Void> posted(Payment payment, LocalDate postedOn) {
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return Mono.justOrEmpty(payment.post(postedOn, now)).flatMap(this.payments::store);
	}

}

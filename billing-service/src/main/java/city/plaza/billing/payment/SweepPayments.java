package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Looks after payments nobody brings to an end: asks the provider about those whose
 * notification stays away, and closes those past their expiry. Instances share the work;
 * while the provider is silent, it tries again and the payment stays as it is.
 */
@Component
class SweepPayments {

	private static final Logger log = LoggerFactory.getLogger(SweepPayments.class);

	static final int AT_ONCE = 20;

	/** Past its expiry a payment holds its bills for nothing: ask often. */
	private static final Duration OVERDUE_RECHECK = Duration.ofSeconds(5);

	// Taking a payment puts its next check off, so that no other instance takes it
	// meanwhile, nor this one if the provider stays silent.
	private static final String CLAIM = """
			UPDATE payment SET next_check_at = CASE
			        WHEN expires_at > now() THEN least(expires_at, now() + :recheck * interval '1 millisecond')
			        ELSE now() + :overdue * interval '1 millisecond' END
			WHERE payment_id IN (
			    SELECT payment_id FROM payment
			    WHERE state IN ('created', 'redirected') AND next_check_at <= now()
			    ORDER BY next_check_at LIMIT :limit FOR UPDATE SKIP LOCKED)
			RETURNING payment_id
			""";

	private final DatabaseClient database;

	private final Payments payments;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final CancelPayment cancelPayment;

	private final PaymentSettings settings;

	private final Clock clock;

	SweepPayments(DatabaseClient database, Payments payments, Checkouts checkouts, ConcludeCheckout concludeCheckout,
			CancelPayment cancelPayment, PaymentSettings settings, Clock clock) {
		this.database = database;
		this.payments = payments;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.cancelPayment = cancelPayment;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Looks after those that are due.
	 * @return how many there were; more may be due where it is {@value #AT_ONCE}
	 */
	Mono<Integer> sweep() {
		return claim().flatMap((due) -> Flux.fromIterable(due).flatMap(this::resolve, 4).then(Mono.just(due.size())));
	}

	private Mono<List<PaymentId>> claim() {
		return this.database.sql(CLAIM)
			.bind("recheck", this.settings.recheck().toMillis())
			.bind("overdue", OVERDUE_RECHECK.toMillis())
			.bind("limit", AT_ONCE)
			.map(PaymentRows::id)
			.all()
			.collectList();
	}

	private Mono<Payment> resolve(PaymentId id) {
		return this.payments.find(id)
			.filter((payment) -> !payment.state().isFinished())
			.flatMap((payment) -> payment.isExpired(this.clock.instant())
					? this.cancelPayment.close(payment, FailureReason.EXPIRED) : ask(payment))
			.onErrorResume((error) -> {
				log.warn("Payment {} cannot be resolved yet: {}", id, error.toString());
				return Mono.empty();
			});
	}

	private Mono<Payment> ask(Payment payment) {
		return this.checkouts.query(payment).flatMap((status) -> this.concludeCheckout.conclude(payment.id(), status));
	}

}

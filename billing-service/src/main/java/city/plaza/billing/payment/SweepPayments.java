package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import city.plaza.billing.payment.provider.FailureReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Looks after payments that do not end by themselves: asks the provider about those whose
 * notification does not come, closes those past their expiry, and makes sure that no
 * checkout of an ended one is open. Instances share the work; while the provider is
 * silent, it tries again and the payment stays as it is.
 */
@Component
class SweepPayments {

	private static final Logger log = LoggerFactory.getLogger(SweepPayments.class);

	static final int AT_ONCE = 20;

	/** Past its expiry a payment holds its bills for nothing: ask often. */
	private static final Duration OVERDUE_RECHECK = Duration.ofSeconds(5);

	// Taking a payment puts its next check off, so that no other instance takes it
	// meanwhile, nor this one if the provider stays silent. An open checkout is asked
	// about when it is four times as old as the time before, a submitted payment when it
	// is twice as old. Who comes back from the provider's page does not wait for it. What
	// is read is as it was before that.
	private static final String CLAIM = """
			with claimed as (
			    update payment set next_check_at = case
			            when state = 'submitted' then now() + least(interval '1 day',
			                greatest(:submitted * interval '1 millisecond', now() - submitted_at))
			            when state in ('created', 'redirected') and expires_at > now()
			                then least(expires_at,
			                    now() + greatest(:recheck * interval '1 millisecond', 3 * (now() - created_at)))
			            else now() + :overdue * interval '1 millisecond' end
			    where payment_id in (
			        select payment_id from payment
			        where next_check_at <= now()
			        order by next_check_at limit :limit for update skip locked)
			    returning payment_id)
			""" + PaymentRows.SELECT + """
			where p.payment_id in (select payment_id from claimed)
			""";

	private final DatabaseClient database;

	private final Payments payments;

	private final AskProvider askProvider;

	private final CancelPayment cancelPayment;

	private final PaymentSettings settings;

	private final Clock clock;

	SweepPayments(DatabaseClient database, Payments payments, AskProvider askProvider, CancelPayment cancelPayment,
			PaymentSettings settings, Clock clock) {
		this.database = database;
		this.payments = payments;
		this.askProvider = askProvider;
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

	private Mono<List<Payment>> claim() {
		return this.database.sql(CLAIM)
			.bind("submitted", this.settings.recheckSubmitted().toMillis())
			.bind("recheck", this.settings.recheck().toMillis())
			.bind("overdue", OVERDUE_RECHECK.toMillis())
			.bind("limit", AT_ONCE)
			.map(PaymentRows::payment)
			.all()
			.collectList();
	}

	private Mono<Void> resolve(Payment payment) {
		return resolved(payment).onErrorResume((error) -> {
			log.warn("Payment {} cannot be resolved yet: {}", payment.id(), error.toString());
			return Mono.empty();
		});
	}

	private Mono<Void> resolved(Payment payment) {
		return switch (payment.state()) {
			case CREATED,
					REDIRECTED ->
				payment.isExpired(this.clock.instant())
						? this.cancelPayment.close(payment, FailureReason.EXPIRED).then()
						: this.askProvider.about(payment).then();
			case SUBMITTED, CANCELLED, EXPIRED, DECLINED -> this.askProvider.about(payment).then();
			case POSTED, SETTLED, REVERSED, PARTLY_REFUNDED, REFUNDED -> this.payments.checkNext(payment.id(), null);
		};
	}

}

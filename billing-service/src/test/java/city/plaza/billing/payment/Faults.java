package city.plaza.billing.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.HttpHeaders;

/**
 * The sandbox provider behind a line that can be cut. Nothing is cut unless a test says
 * so, and each test mends it again.
 */
final class Faults implements PaymentProvider {

	private final PaymentProvider sandbox;

	private volatile Line line = Line.GOOD;

	private volatile boolean notificationsLost;

	private volatile Sinks.@Nullable Empty<Void> held;

	private volatile @Nullable CheckoutStatus said;

	final AtomicInteger created = new AtomicInteger();

	private final Map<PaymentId, Integer> asked = new ConcurrentHashMap<>();

	Faults(PaymentProvider sandbox) {
		this.sandbox = sandbox;
	}

	void cut(Line line) {
		this.line = line;
	}

	void loseNotifications() {
		this.notificationsLost = true;
	}

	void mend() {
		this.line = Line.GOOD;
		this.said = null;
		this.held = null;
		this.notificationsLost = false;
	}

	/** How often the provider was asked about this payment. */
	int asked(PaymentId payment) {
		return this.asked.getOrDefault(payment, 0);
	}

	/**
	 * Holds the next order before it reaches the provider; it goes on by completing this.
	 */
	Sinks.Empty<Void> holdNextOrder() {
		Sinks.Empty<Void> hold = Sinks.empty();
		this.held = hold;
		return hold;
	}

	/** What the provider says next, whatever is true, until it is mended. */
	void say(CheckoutStatus status) {
		this.said = status;
	}

	@Override
	public String name() {
		return this.sandbox.name();
	}

	@Override
	public Mono<CheckoutStatus> createCheckout(CheckoutOrder order) {
		this.created.incrementAndGet();
		Sinks.Empty<Void> hold = this.held;
		this.held = null;
		return (hold != null) ? hold.asMono().then(over(this.sandbox.createCheckout(order)))
				: over(this.sandbox.createCheckout(order));
	}

	@Override
	public Mono<CheckoutStatus> query(PaymentId payment) {
		this.asked.merge(payment, 1, Integer::sum);
		CheckoutStatus status = this.said;
		return (status != null) ? Mono.just(status) : over(this.sandbox.query(payment));
	}

	@Override
	public Mono<CheckoutStatus> close(PaymentId payment, FailureReason reason) {
		return over(this.sandbox.close(payment, reason));
	}

	@Override
	public NotificationReading read(HttpHeaders headers, byte[] body) {
		return this.notificationsLost ? new NotificationReading.Refused("lost by a test")
				: this.sandbox.read(headers, body);
	}

	private Mono<CheckoutStatus> over(Mono<CheckoutStatus> call) {
		return switch (this.line) {
			case GOOD -> call;
			case CUT_BEFORE -> Mono.never();
			case CUT_AFTER -> call.then(Mono.never());
			case FAILING -> Mono.error(new IllegalStateException("500 from the provider, says a test"));
		};
	}

	/** What is wrong with the line to the provider. */
	enum Line {

		GOOD,

		/** What is asked never arrives, nor an answer. */
		CUT_BEFORE,

		/** What is asked is done, but no answer comes. */
		CUT_AFTER,

		/** The provider answers with errors. */
		FAILING

	}

}

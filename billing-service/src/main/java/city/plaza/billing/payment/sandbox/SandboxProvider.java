package city.plaza.billing.payment.sandbox;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentProvider;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** How Plaza talks to the sandbox provider. */
@Component
@ConditionalOnSandbox
class SandboxProvider implements PaymentProvider {

	static final String NAME = "sandbox";

	private static final SecureRandom random = new SecureRandom();

	private final SandboxCheckouts checkouts;

	private final NotificationSignature signature;

	private final SandboxSettings settings;

	SandboxProvider(SandboxCheckouts checkouts, NotificationSignature signature, SandboxSettings settings) {
		this.checkouts = checkouts;
		this.signature = signature;
		this.settings = settings;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Mono<CheckoutStatus> createCheckout(CheckoutOrder order) {
		String id = newId();
		return this.checkouts.insertIfAbsent(id, order)
			.flatMap(
					(written) -> written ? Mono.just(new CheckoutStatus.Open(this.settings.page(id), order.expiresAt()))
							: query(order.paymentId()));
	}

	@Override
	public Mono<CheckoutStatus> query(PaymentId payment) {
		return this.checkouts.find(payment)
			.flatMap((found) -> (found.state() == CheckoutState.EXPIRED) ? expired(payment) : Mono.just(found))
			.map(this::status)
			.defaultIfEmpty(new CheckoutStatus.None());
	}

	/** Its time is over; but somebody may be paying it just now. */
	private Mono<SandboxCheckout> expired(PaymentId payment) {
		return this.checkouts.expire(payment).then(Mono.defer(() -> this.checkouts.find(payment)));
	}

	@Override
	public Mono<CheckoutStatus> close(PaymentId payment, FailureReason reason) {
		CheckoutState closed = (reason == FailureReason.CANCELLED) ? CheckoutState.CANCELLED : CheckoutState.EXPIRED;
		return this.checkouts.find(payment)
			.flatMap((checkout) -> this.checkouts.finish(checkout.id(), closed))
			.then(Mono.defer(() -> query(payment)));
	}

	@Override
	public NotificationReading read(HttpHeaders headers, byte[] body) {
		return this.signature.read(headers, body);
	}

	private CheckoutStatus status(SandboxCheckout checkout) {
		return switch (checkout.state()) {
			case OPEN -> new CheckoutStatus.Open(this.settings.page(checkout.id()), checkout.expiresAt());
			case PAID -> new CheckoutStatus.Paid(checkout.amount(), Objects.requireNonNull(checkout.method()));
			case DECLINED -> new CheckoutStatus.Failed(FailureReason.DECLINED);
			case PROCESSING_ERROR -> new CheckoutStatus.Failed(FailureReason.PROCESSING_ERROR);
			case CANCELLED -> new CheckoutStatus.Failed(FailureReason.CANCELLED);
			case EXPIRED -> new CheckoutStatus.Failed(FailureReason.EXPIRED);
		};
	}

	private static String newId() {
		byte[] bytes = new byte[24];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}

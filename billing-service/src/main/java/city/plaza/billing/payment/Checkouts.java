package city.plaza.billing.payment;

import java.time.Clock;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentProvider;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Talks to the provider with a bounded wait. Whatever goes wrong there becomes a
 * {@link ProviderSilentException}: nothing is known then, and nothing may be concluded.
 */
@Component
class Checkouts {

	private final PaymentProvider provider;

	private final PaymentSettings settings;

	private final Clock clock;

	Checkouts(PaymentProvider provider, PaymentSettings settings, Clock clock) {
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
	}

	Mono<CheckoutStatus> open(Payment payment) {
		CheckoutOrder order = new CheckoutOrder(payment.id(), payment.reference().value(), this.settings.payee(),
				payment.amount(), this.clock.instant().plus(this.settings.checkoutExpiry()),
				this.settings.returnAddressOf(payment));
		return bounded(Mono.defer(() -> this.provider.createCheckout(order)));
	}

	Mono<CheckoutStatus> query(Payment payment) {
		return bounded(Mono.defer(() -> this.provider.query(payment.id())));
	}

	Mono<CheckoutStatus> close(Payment payment, FailureReason reason) {
		return bounded(Mono.defer(() -> this.provider.close(payment.id(), reason)));
	}

	private Mono<CheckoutStatus> bounded(Mono<CheckoutStatus> answer) {
		return answer.timeout(this.settings.providerTimeout()).onErrorMap(ProviderSilentException::new);
	}

}

package city.plaza.billing.payment;

import java.time.Clock;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Talks to the provider with a bounded wait. Whatever goes wrong there becomes a
 * {@link ProviderSilentException}: nothing is known then, and nothing may be concluded.
 */
@Component
class Checkouts {

	private final PaymentProviders providers;

	private final PaymentSettings settings;

	private final Clock clock;

	Checkouts(PaymentProviders providers, PaymentSettings settings, Clock clock) {
		this.providers = providers;
		this.settings = settings;
		this.clock = clock;
	}

	Mono<CheckoutStatus> open(Payment payment) {
		CheckoutOrder order = new CheckoutOrder(payment.id(), payment.reference().value(), this.settings.payee(),
				payment.amount(), this.clock.instant().plus(this.settings.checkoutExpiry()),
				this.settings.returnAddressOf(payment));
		return bounded(Mono.defer(() -> this.providers.of(payment).createCheckout(order)));
	}

	Mono<CheckoutStatus> query(Payment payment) {
		return bounded(Mono.defer(() -> this.providers.of(payment).query(payment.id())));
	}

	Mono<CheckoutStatus> close(Payment payment, FailureReason reason) {
		return bounded(Mono.defer(() -> this.providers.of(payment).close(payment.id(), reason)));
	}

	private Mono<CheckoutStatus> bounded(Mono<CheckoutStatus> status) {
		return status.timeout(this.settings.providerTimeout()).onErrorMap(ProviderSilentException::new);
	}

}

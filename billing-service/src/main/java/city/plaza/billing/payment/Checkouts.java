package city.plaza.billing.payment;

import java.time.Clock;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
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

	private final Scheduler timer;

	@Autowired
	Checkouts(PaymentProviders providers, PaymentSettings settings, Clock clock) {
		this(providers, settings, clock, Schedulers.parallel());
	}

	Checkouts(PaymentProviders providers, PaymentSettings settings, Clock clock, Scheduler timer) {
		this.providers = providers;
		this.settings = settings;
		this.clock = clock;
		this.timer = timer;
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
		return status.timeout(this.settings.providerTimeout(), this.timer).onErrorMap(ProviderSilentException::new);
	}

}

package city.plaza.billing.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.billing.payment.provider.PaymentProvider;

import org.springframework.stereotype.Component;

/**
 * The providers this service can talk to. New payments are opened at the one that is
 * configured; a payment is asked about at the one it was opened at.
 */
@Component
class PaymentProviders {

	private final Map<String, PaymentProvider> byName;

	PaymentProviders(List<PaymentProvider> providers, PaymentSettings settings) {
		this.byName = providers.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
		if (!this.byName.containsKey(settings.provider())) {
			throw new IllegalStateException("plaza.billing.payment.provider is \"%s\", but there are only %s"
				.formatted(settings.provider(), this.byName.keySet()));
		}
	}

	Optional<PaymentProvider> named(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	/**
	 * The provider that a payment was opened at.
	 * @return its provider
	 * @throws IllegalStateException where that provider is not configured any more
	 */
	PaymentProvider of(Payment payment) {
		String name = payment.origin().provider();
		return named(name).orElseThrow(
				() -> new IllegalStateException("Payment %s was opened at provider \"%s\", which is not configured here"
					.formatted(payment.id(), name)));
	}

}

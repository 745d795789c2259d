package city.plaza.billing.payment.sandbox;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;

import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Ends a checkout as the payer wants it: pays it with a test card, or gives it up. Only
 * the first of many tries counts; the charge and the queued notification commit with it.
 */
@Component
@ConditionalOnSandbox
class PayCheckout {

	private final SandboxCheckouts checkouts;

	private final Notifications notifications;

	private final Clock clock;

	PayCheckout(SandboxCheckouts checkouts, Notifications notifications, Clock clock) {
		this.checkouts = checkouts;
		this.notifications = notifications;
		this.clock = clock;
	}

	/**
	 * Pays.
	 * @param checkout that was shown
	 * @param form what the payer typed
	 * @return the invalid fields; none where the checkout is over now
	 */
	Mono<Map<String, String>> pay(SandboxCheckout checkout, CardForm form) {
		Map<String, String> errors = form.errors(YearMonth.now(this.clock));
		if (!errors.isEmpty() || checkout.state() != CheckoutState.OPEN) {
			return Mono.just((checkout.state() == CheckoutState.OPEN) ? errors : Map.of());
		}
		TestCard card = form.card().orElseThrow();
		return end(checkout, card.outcome(), (card.outcome() == CheckoutState.PAID) ? card.method() : null)
			.thenReturn(errors);
	}

	Mono<Void> cancel(SandboxCheckout checkout) {
		return end(checkout, CheckoutState.CANCELLED, null);
	}

	private Mono<Void> end(SandboxCheckout checkout, CheckoutState state, @Nullable PaymentMethod method) {
		return Mono.defer(() -> this.checkouts.end(checkout, state, method, this.notifications.about(checkout, state)));
	}

}

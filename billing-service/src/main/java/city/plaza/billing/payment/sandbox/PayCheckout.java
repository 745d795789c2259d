package city.plaza.billing.payment.sandbox;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;

import city.plaza.platform.database.Transactions;
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

	private final Transactions transactions;

	private final Clock clock;

	PayCheckout(SandboxCheckouts checkouts, Notifications notifications, Transactions transactions, Clock clock) {
		this.checkouts = checkouts;
		this.notifications = notifications;
		this.transactions = transactions;
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
		Mono<Void> charge = (card.outcome() == CheckoutState.PAID)
				? Mono.defer(() -> this.checkouts.charge(checkout, card.method())) : Mono.empty();
		return finish(checkout, card.outcome(), charge).thenReturn(errors);
	}

	Mono<Void> cancel(SandboxCheckout checkout) {
		return finish(checkout, CheckoutState.CANCELLED, Mono.empty());
	}

	private Mono<Void> finish(SandboxCheckout checkout, CheckoutState state, Mono<Void> charge) {
		return this.transactions.inOne(this.checkouts.finish(checkout.id(), state)
			.filter(Boolean::booleanValue)
			.flatMap((first) -> charge.then(this.notifications.queue(checkout, state))));
	}

}

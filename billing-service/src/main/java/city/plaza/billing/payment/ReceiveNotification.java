package city.plaza.billing.payment;

import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentProvider;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Takes a provider's notification as a hint to ask the provider; each of its events takes
 * effect once.
 */
@Component
class ReceiveNotification {

	private static final Logger log = LoggerFactory.getLogger(ReceiveNotification.class);

	private static final String REMEMBER = """
			insert into provider_notification (provider, event_id, payment_id)
			values (:provider, :event, :payment) on conflict do nothing
			""";

	private final PaymentProviders providers;

	private final Payments payments;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final CloseLateCheckout closeLateCheckout;

	private final DatabaseClient database;

	private final Transactions transactions;

	ReceiveNotification(PaymentProviders providers, Payments payments, Checkouts checkouts,
			ConcludeCheckout concludeCheckout, CloseLateCheckout closeLateCheckout, DatabaseClient database,
			Transactions transactions) {
		this.providers = providers;
		this.payments = payments;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.closeLateCheckout = closeLateCheckout;
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * Receives a notification.
	 * @param providerName from its address
	 * @param headers as received
	 * @param body as received
	 * @return what was done with it
	 * @throws ProviderSilentException (as an error signal) if the provider could not be
	 * asked: the event is not remembered then, so that its next delivery takes effect
	 */
	Mono<Outcome> receive(String providerName, HttpHeaders headers, byte[] body) {
		return this.providers.named(providerName)
			.map((provider) -> receive(provider, headers, body))
			.orElse(Mono.just(Outcome.UNKNOWN_PROVIDER));
	}

	private Mono<Outcome> receive(PaymentProvider provider, HttpHeaders headers, byte[] body) {
		return switch (provider.read(headers, body)) {
			case NotificationReading.Refused refused ->
				RequestLog.write(() -> log.warn("Refused a notification that claims to come from {}: {}",
						provider.name(), refused.why()))
					.thenReturn(Outcome.REFUSED);
			case NotificationReading.Genuine genuine -> apply(provider, genuine).thenReturn(Outcome.TAKEN);
		};
	}

	private Mono<Void> apply(PaymentProvider provider, NotificationReading.Genuine notification) {
		return this.payments.find(notification.paymentId())
			// A provider knows nothing about another one's payments.
			.filter((payment) -> payment.origin().provider().equals(provider.name()))
			.flatMap((payment) -> this.checkouts.query(payment)
				.flatMap((status) -> apply(provider, notification, payment, status)))
			.then();
	}

	/** Often the browser came back first, and the payment says it already. */
	private Mono<?> apply(PaymentProvider provider, NotificationReading.Genuine notification, Payment payment,
			CheckoutStatus status) {
		Mono<Boolean> isNew = remember(provider, notification);
		return ConcludeCheckout.isKnown(payment, status) ? isNew
				: this.transactions
					.inOne(isNew.filter(Boolean::booleanValue)
						.flatMap((yes) -> this.concludeCheckout.conclude(payment.id(), status)))
					.flatMap((current) -> this.closeLateCheckout.closeIfLate(current, status));
	}

	private Mono<Boolean> remember(PaymentProvider provider, NotificationReading.Genuine notification) {
		return this.database.sql(REMEMBER)
			.bind("provider", provider.name())
			.bind("event", notification.eventId())
			.bind("payment", notification.paymentId().value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * What was done with a notification.
	 */
	enum Outcome {

		TAKEN, REFUSED, UNKNOWN_PROVIDER

	}

}

package city.plaza.billing.payment;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Shows a resident one of their payments. While it is at the provider's page the provider
 * is asked first: the browser often comes back before the notification.
 */
@Component
class RefreshPayment {

	private static final Logger log = LoggerFactory.getLogger(RefreshPayment.class);

	private final Payments payments;

	private final AskProvider askProvider;

	private final ProviderQuestions questions;

	RefreshPayment(Payments payments, AskProvider askProvider, ProviderQuestions questions) {
		this.payments = payments;
		this.askProvider = askProvider;
		this.questions = questions;
	}

	/**
	 * Reads a payment.
	 * @return as it stands; as known here, where the provider does not respond or was
	 * asked a moment ago; empty if it is absent or another resident's
	 */
	Mono<Payment> refreshed(PaymentId id, ResidentId resident) {
		return this.payments.find(id, resident)
			.flatMap((known) -> (known.state() == PaymentState.REDIRECTED) ? askNowAndThen(known) : Mono.just(known));
	}

	private Mono<Payment> askNowAndThen(Payment known) {
		return this.questions.mayAsk(known.id()).flatMap((mayAsk) -> mayAsk ? ask(known) : Mono.just(known));
	}

	private Mono<Payment> ask(Payment known) {
		return this.askProvider.about(known)
			.onErrorResume(ProviderSilentException.class,
					(silent) -> RequestLog
						.write(() -> log.warn("Payment {} is shown as last known: {}", known.id(), silent.getMessage()))
						.thenReturn(known));
	}

}

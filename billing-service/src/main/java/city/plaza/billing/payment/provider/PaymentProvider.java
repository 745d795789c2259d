package city.plaza.billing.payment.provider;

import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * A company that takes money for the city on a page of its own. Every error signal means
 * "not known": the caller knows nothing then and has to ask again. Waits are bounded by
 * the caller.
 */
public interface PaymentProvider {

	/** As settings and the address of its notifications name it. */
	String name();

	/**
	 * Opens a checkout; for a payment that has one already, gives that one.
	 * @return its status, seldom anything but open
	 */
	Mono<CheckoutStatus> createCheckout(CheckoutOrder order);

	/**
	 * Asks for the status of a payment.
	 * @return the truth now
	 */
	Mono<CheckoutStatus> query(PaymentId payment);

	/**
	 * Ends an open checkout, so that no money can be taken through it any more.
	 * @param reason what it is to have ended of
	 * @return the truth after that: paid, if the resident was quicker
	 */
	Mono<CheckoutStatus> close(PaymentId payment, FailureReason reason);

	/**
	 * Checks a notification's signature and age; believes nothing else of it.
	 * @param headers as received
	 * @param body as received, byte for byte
	 * @return what it is
	 */
	NotificationReading read(HttpHeaders headers, byte[] body);

}

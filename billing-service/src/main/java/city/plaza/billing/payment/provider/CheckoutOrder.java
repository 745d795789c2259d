package city.plaza.billing.payment.provider;

import java.net.URI;
import java.time.Instant;

import city.plaza.billing.money.Money;

/**
 * What a checkout is asked for.
 *
 * @param paymentId a second order of the same payment gives the same checkout
 * @param reference what the resident and finance quote
 * @param payee whom the page names as receiving the money
 * @param amount to be taken, exactly
 * @param expiresAt no money is taken from this instant on
 * @param returnAddress where the page sends the browser at the end
 */
public record CheckoutOrder(PaymentId paymentId, String reference, String payee, Money amount, Instant expiresAt,
		URI returnAddress) {
}

package city.plaza.billing.payment;

import org.jspecify.annotations.Nullable;

/**
 * A payment that has moved and what others are notified of: stored together or not at
 * all.
 *
 * @param from the state that it left; by it of two moves at once one is refused
 * @param payment as it is now
 * @param event null where no other service needs it
 */
record PaymentChange(PaymentState from, Payment payment, @Nullable PaymentEvent event) {
}

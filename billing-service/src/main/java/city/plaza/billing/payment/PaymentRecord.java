package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.access.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * A payment as finance sees it.
 *
 * @param payment the payment; its checkout is its resident's alone
 * @param residentId who paid
 * @param provider who takes or took the money
 * @param postedOn finance's date of the last posting; null until all of it is posted
 * @param history the states it was in, the oldest first
 */
record PaymentRecord(PaymentView payment, ResidentId residentId, String provider, @Nullable LocalDate postedOn,
		List<PaymentHistory.Step> history) {

	static PaymentRecord of(Payment payment, List<PaymentHistory.Step> noted) {
		return new PaymentRecord(PaymentView.forStaff(payment), payment.residentId(), payment.origin().provider(),
				payment.result().postedOn(), PaymentHistory.of(payment, noted));
	}

}

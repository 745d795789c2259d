package city.plaza.billing.payment;

import java.time.Instant;
import java.util.UUID;

import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Money that does not match its payment. Nothing is concluded from it by itself: a member
 * of finance staff decides and notes what was done.
 *
 * @param id random
 * @param paymentId the payment it is about
 * @param reference what the resident and finance quote
 * @param state of the payment now
 * @param kind what does not match
 * @param expected the amount of the payment
 * @param amount what the provider took, or had taken; of an overpaid one what was over
 * @param foundAt when it was noticed
 * @param resolution null while it is open
 */
record PaymentException(ExceptionId id, PaymentId paymentId, PaymentReference reference, PaymentState state, Kind kind,
		Money expected, Money amount, Instant foundAt, @Nullable Resolution resolution) {

	/** What does not match. */
	enum Kind {

		/** The provider took another amount or currency than the payment has. */
		WRONG_AMOUNT,

		/** The provider took money for a payment that had ended. */
		PAID_AFTER_END,

		/** The money was taken at first, and refused by the bank later. */
		REFUSED_AFTER_SUBMISSION,

		/** The provider does not know a payment whose page it had opened. */
		UNKNOWN_AT_PROVIDER,

		/** Its bills owed less when it was posted: what was over is a credit. */
		OVERPAID;

		/**
		 * Whether the payment and its bills wait for the decision; it ends without money
		 * then.
		 */
		boolean holdsPayment() {
			return this == WRONG_AMOUNT || this == UNKNOWN_AT_PROVIDER;
		}

		/** As API and tables write it, such as {@code paid-after-end}. */
		@JsonValue
		String code() {
			return Codes.of(this);
		}

		static Kind of(String code) {
			return Codes.constant(Kind.class, code);
		}

	}

	/**
	 * What was done about it.
	 *
	 * @param at when it was resolved
	 * @param by the member of staff
	 * @param note as they wrote it
	 */
	record Resolution(Instant at, UUID by, String note) {
	}

}

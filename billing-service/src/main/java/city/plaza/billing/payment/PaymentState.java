package city.plaza.billing.payment;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The states of a web payment and the moves between them; all other moves are refused.
 */
enum PaymentState {

	CREATED, REDIRECTED, SUBMITTED, POSTED, SETTLED, CANCELLED, EXPIRED, DECLINED, REVERSED, PARTLY_REFUNDED, REFUNDED;

	private Set<PaymentState> next() {
		return switch (this) {
			case CREATED -> Set.of(REDIRECTED, CANCELLED, EXPIRED, DECLINED);
			case REDIRECTED -> Set.of(SUBMITTED, CANCELLED, EXPIRED, DECLINED);
			case SUBMITTED -> Set.of(POSTED, DECLINED);
			case POSTED -> Set.of(SETTLED, REVERSED, PARTLY_REFUNDED, REFUNDED);
			case SETTLED -> Set.of(REVERSED, PARTLY_REFUNDED, REFUNDED);
			case PARTLY_REFUNDED -> Set.of(REFUNDED);
			case CANCELLED, EXPIRED, DECLINED, REVERSED, REFUNDED -> Set.of();
		};
	}

	boolean canBecome(PaymentState state) {
		return next().contains(state);
	}

	/** Whether its bills wait for it: nobody can start another payment of them. */
	boolean isPending() {
		return this == CREATED || this == REDIRECTED || this == SUBMITTED;
	}

	/** Whether nothing further is expected of the resident. */
	boolean isFinished() {
		return this != CREATED && this != REDIRECTED;
	}

	/** As API and tables write it, such as {@code partly-refunded}. */
	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static PaymentState of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}

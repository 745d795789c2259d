package city.plaza.billing.payment;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The states of a web payment and the moves between them; all other moves are refused.
 */
enum PaymentState {

	CREATED, REDIRECTED, SUBMITTED, POSTED, SETTLED, CANCELLED, EXPIRED, DECLINED, REVERSED, PARTLY_REFUNDED, REFUNDED;

	private Map<PaymentCause, PaymentState> moves() {
		return switch (this) {
			case CREATED -> Map.of(PaymentCause.CHECKOUT_OPENED, REDIRECTED, PaymentCause.CANCELLED_BY_RESIDENT,
					CANCELLED, PaymentCause.TIME_ELAPSED, EXPIRED, PaymentCause.REFUSED_BY_BANK, DECLINED);
			case REDIRECTED -> Map.of(PaymentCause.MONEY_TAKEN, SUBMITTED, PaymentCause.CANCELLED_BY_RESIDENT,
					CANCELLED, PaymentCause.TIME_ELAPSED, EXPIRED, PaymentCause.REFUSED_BY_BANK, DECLINED);
			case SUBMITTED -> Map.of(PaymentCause.POSTED_BY_FINANCE, POSTED, PaymentCause.REFUSED_BY_BANK, DECLINED);
			case POSTED -> Map.of(PaymentCause.SETTLED_BY_BANK, SETTLED, PaymentCause.TAKEN_BACK, REVERSED,
					PaymentCause.REFUNDED_IN_PART, PARTLY_REFUNDED, PaymentCause.REFUNDED_IN_FULL, REFUNDED);
			case SETTLED -> Map.of(PaymentCause.TAKEN_BACK, REVERSED, PaymentCause.REFUNDED_IN_PART, PARTLY_REFUNDED,
					PaymentCause.REFUNDED_IN_FULL, REFUNDED);
			case PARTLY_REFUNDED -> Map.of(PaymentCause.REFUNDED_IN_FULL, REFUNDED);
			case CANCELLED, EXPIRED, DECLINED, REVERSED, REFUNDED -> Map.of();
		};
	}

	/**
	 * Looks a move up.
	 * @param cause why the payment would move
	 * @return the state after it; empty where this state has no such move
	 */
	Optional<PaymentState> after(PaymentCause cause) {
		return Optional.ofNullable(moves().get(cause));
	}

	/** Why a payment comes into this state; empty of the first one. */
	Optional<PaymentCause> cause() {
		return Arrays.stream(values())
			.flatMap((state) -> state.moves().entrySet().stream())
			.filter((move) -> move.getValue() == this)
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Whether the resident can still pay it or give it up. */
	boolean isOpen() {
		return this == CREATED || this == REDIRECTED;
	}

	/**
	 * Whether it is posted or has ended. A submitted one is neither: its bills are
	 * pending until finance posts it, and the bank may still refuse it.
	 */
	boolean isFinished() {
		return !isOpen() && this != SUBMITTED;
	}

	/** Whether it ended without money: what was reserved for it is free. */
	boolean isFailed() {
		return this == CANCELLED || this == EXPIRED || this == DECLINED;
	}

	/** As API and tables write it, such as {@code partly-refunded}. */
	@JsonValue
	String code() {
		return Codes.of(this);
	}

	static PaymentState of(String code) {
		return Codes.constant(PaymentState.class, code);
	}

}

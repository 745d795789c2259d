package city.plaza.billing.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What finance looks payments up by; each that is given must fit exactly.
 *
 * @param reference of the payment
 * @param billNumber of a bill that it covers
 * @param customerNumber of the customer of such a bill
 * @param residentId who paid
 * @param state in which it is
 * @param from when it was started at the earliest
 * @param until before when it was started
 */
record PaymentQuery(@Nullable String reference, @Nullable String billNumber, @Nullable String customerNumber,
		@Nullable UUID residentId, @Nullable PaymentState state, @Nullable Instant from, @Nullable Instant until) {

	/** What was given, by name: the values of a log line would be personal data. */
	Map<String, Object> given() {
		Map<String, Object> given = new LinkedHashMap<>();
		put(given, "reference", this.reference);
		put(given, "bill", this.billNumber);
		put(given, "customer", this.customerNumber);
		put(given, "resident", this.residentId);
		put(given, "state", (this.state != null) ? this.state.code() : null);
		put(given, "from", this.from);
		put(given, "until", this.until);
		return given;
	}

	private static void put(Map<String, Object> given, String name, @Nullable Object value) {
		if (value != null) {
			given.put(name, value);
		}
	}

}

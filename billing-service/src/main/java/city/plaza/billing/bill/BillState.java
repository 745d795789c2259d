package city.plaza.billing.bill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which bills a list has, by what is unpaid on them as of its date. */
enum BillState {

	/** Paid or not. */
	ALL,

	/** Something is unpaid, a pending web payment or not. */
	UNPAID,

	/** Nothing is unpaid. */
	PAID;

	/** As the API and the statement of the list write it. */
	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<BillState> of(String code) {
		return Arrays.stream(values()).filter((state) -> state.code().equals(code)).findFirst();
	}

}

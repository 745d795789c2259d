package city.plaza.billing.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a customer; residents know it as "Customer ID".
 *
 * @param value 1 to 40 characters, as the ledger writes it
 */
public record CustomerNumber(@JsonValue String value) {

	@JsonCreator
	public CustomerNumber {
		if (value.isEmpty() || value.length() > 40) {
			throw new IllegalArgumentException("A customer number has 1 to 40 characters");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

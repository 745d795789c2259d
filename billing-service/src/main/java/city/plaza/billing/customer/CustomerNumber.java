package city.plaza.billing.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a customer; residents know it as "Customer ID".
 *
 * @param value as the ledger writes it (1 to 40 characters)
 */
public record CustomerNumber(@JsonValue String value) {

	@JsonCreator
	public CustomerNumber {
		if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A customer number has visible characters only");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

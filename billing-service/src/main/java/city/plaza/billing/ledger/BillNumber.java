package city.plaza.billing.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a bill: the "Bill (Invoice) Number" printed on it.
 *
 * @param value as the ledger writes it (1 to 40 characters)
 */
public record BillNumber(@JsonValue String value) {

	@JsonCreator
	public BillNumber {
		if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A bill number has visible characters only");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package city.plaza.billing.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a bill type, such as {@code CLAIMS}.
 *
 * @param value as the city's financial software writes it (1 to 40 characters)
 */
public record BillTypeCode(@JsonValue String value) {

	@JsonCreator
	public BillTypeCode {
		if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("The code of a bill type has visible characters only");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package city.plaza.billing.bill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a bill; residents know it as "Customer ID".
 *
 * @param value 1 to 40 characters, as the ledger writes it
 */
public record BillNumber(@JsonValue String value) {

	@JsonCreator
	public BillNumber {
		if (value.isEmpty() || value.length() > 40) {
			throw new IllegalArgumentException("A bill number has 1 to 40 characters");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package city.plaza.billing.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a place or service that is billed under a customer.
 *
 * @param value as the ledger writes it (1 to 40 characters)
 */
public record AccountNumber(@JsonValue String value) implements Comparable<AccountNumber> {

	@JsonCreator
	public AccountNumber {
		if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("An account number has visible characters only");
		}
	}

	@Override
	public int compareTo(AccountNumber other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

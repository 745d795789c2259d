package city.plaza.identity.account;

import java.util.UUID;

/**
 * The id of an account; of a resident it is the resident's id everywhere in Plaza.
 *
 * @param value random
 */
public record AccountId(UUID value) {

	public static AccountId next() {
		return new AccountId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}

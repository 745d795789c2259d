package city.plaza.billing.ledger;

import java.security.SecureRandom;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the resident and finance quote, such as {@code PLZ-7K4M-92QX}: read aloud and
 * typed without mistakes, so it has no 0, 1, I, L, O or U.
 *
 * @param value as it is shown
 */
public record PaymentReference(@JsonValue String value) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom random = new SecureRandom();

	/** A new one, made of random letters and digits. */
	public static PaymentReference next() {
		return new PaymentReference("PLZ-" + letters(4) + "-" + letters(4));
	}

	private static String letters(int count) {
		StringBuilder letters = new StringBuilder(count);
		for (int i = 0; i < count; i++) {
			letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return letters.toString();
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package city.plaza.billing.lookup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * By what a bill that was found is read again: 256 random bits, good for this one bill
 * and a short time.
 *
 * @param value base64url
 */
record LookupId(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	static LookupId next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new LookupId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** What is stored: a reader of the database cannot use it. */
	byte[] digest() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return "LookupId[***]";
	}

}

package city.plaza.accountlink.dispute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a mail holds so that only its reader can dispute a link: 256 random bits, of no
 * use for anything else.
 *
 * @param value base64url
 */
public record DisputeToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	static DisputeToken next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new DisputeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
		return "DisputeToken[***]";
	}

}

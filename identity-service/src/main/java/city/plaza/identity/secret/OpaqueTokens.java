package city.plaza.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens that mean nothing by themselves: 256 random bits. They are stored as SHA-256;
 * with that much chance in them no salt and no slow hash is needed.
 */
public final class OpaqueTokens {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	private OpaqueTokens() {
	}

	/**
	 * Makes a token.
	 * @return 43 characters of URL-safe Base64
	 */
	public static Secret next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * What is stored of a token.
	 * @param token made here or made up
	 * @return its SHA-256
	 */
	public static Hash hash(Secret token) {
		try {
			return Hash
				.of(MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}

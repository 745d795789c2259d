package city.plaza.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens that mean nothing by themselves: 256 random bits. They are stored as SHA-256;
 * with that much chance in them no salt and no slow hash is needed.
 */
public final class RandomToken {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	private RandomToken() {
	}

	/**
	 * Makes a token.
	 * @return 43 characters of URL-safe Base64
	 */
	public static String next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * What is stored of a token: a reader of the database cannot use it.
	 * @param token made here or made up
	 * @return its SHA-256
	 */
	public static byte[] digest(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}

package city.plaza.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
		return encode(bytes);
	}

	/**
	 * The successor of a token: the same each time, and known only to who has both the
	 * token, which is stored nowhere, and the salt, which only the database has.
	 * @param token that came in
	 * @param salt made by {@link #next} for this one succession
	 * @return 43 characters of URL-safe Base64
	 */
	public static Secret successor(Secret token, Secret salt) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(salt.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return encode(mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JVM has HMAC-SHA-256", ex);
		}
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

	private static Secret encode(byte[] bytes) {
		return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

}

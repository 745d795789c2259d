package city.plaza.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.platform.security.RandomToken;

/**
 * Tokens that mean nothing by themselves, as secrets, and the successors of those that
 * are good once.
 */
public final class OpaqueTokens {

	private OpaqueTokens() {
	}

	/**
	 * Makes a token.
	 * @return 43 characters of URL-safe Base64
	 */
	public static Secret next() {
		return Secret.of(RandomToken.next());
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
			byte[] successor = mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
			return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(successor));
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
		return Hash.of(RandomToken.digest(token.reveal()));
	}

}

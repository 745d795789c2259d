package city.plaza.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 under the code secret, for what is too short to be hashed without one: who
 * reads the database alone cannot try all values.
 */
@Component
public class KeyedHashes {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	KeyedHashes(CodeSecretSettings settings) {
		this.key = new SecretKeySpec(settings.codeSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * Hashes parts together; where one ends and the next begins is part of the hash.
	 * @param parts what it is for, what it is bound to, and the value
	 * @return their HMAC
	 */
	public Hash hash(String... parts) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			for (String part : parts) {
				byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
				mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
				mac.update((byte) ':');
				mac.update(bytes);
			}
			return Hash.of(mac.doFinal());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JVM has " + ALGORITHM, ex);
		}
	}

}

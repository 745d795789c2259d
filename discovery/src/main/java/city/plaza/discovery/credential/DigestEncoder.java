package city.plaza.discovery.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares long random secrets in constant time. A slow hash is for what people choose;
 * here it would be computed at each heartbeat, several times a second.
 */
class DigestEncoder implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? HexFormat.of().formatHex(digest(secret)) : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
		return secret != null && encoded != null
				&& MessageDigest.isEqual(digest(secret), HexFormat.of().parseHex(encoded));
	}

	private static byte[] digest(CharSequence secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}

package city.plaza.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * AES-256-GCM under a key that HKDF-SHA256 makes of the shared secret. Sealed is: a
 * version, 12 random bytes, the encrypted text with its 16-byte tag. The context is
 * authenticated, not contained.
 */
final class AesSeal implements Seal {

	private static final byte VERSION = 1;

	private static final int MIN_SECRET = 16;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int HEAD_BYTES = 1 + NONCE_BYTES;

	private final SecureRandom random = new SecureRandom();

	private final SecretKey key;

	AesSeal(String secret) {
		if (secret.strip().length() < MIN_SECRET) {
			throw new IllegalArgumentException(
					"plaza.security.sealing-secret (PLAZA_SEALING_SECRET) needs " + MIN_SECRET + " characters or more");
		}
		this.key = derive(secret);
	}

	@Override
	public String close(String plain, String context) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context)
				.doFinal(plain.getBytes(StandardCharsets.UTF_8));
			byte[] sealed = ByteBuffer.allocate(HEAD_BYTES + encrypted.length)
				.put(VERSION)
				.put(nonce)
				.put(encrypted)
				.array();
			return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot seal", ex);
		}
	}

	@Override
	public String open(String sealed, String context) {
		byte[] bytes = Base64.getUrlDecoder().decode(sealed);
		if (bytes.length < HEAD_BYTES || bytes[0] != VERSION) {
			throw new IllegalArgumentException("Not a sealed text");
		}
		try {
			byte[] nonce = Arrays.copyOfRange(bytes, 1, HEAD_BYTES);
			byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(bytes, HEAD_BYTES,
					bytes.length - HEAD_BYTES);
			return new String(plain, StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("A sealed text was altered, moved or sealed under another secret");
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static SecretKey derive(String secret) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(secret.getBytes(StandardCharsets.UTF_8))
							.thenExpand("plaza seal 1".getBytes(StandardCharsets.UTF_8), 32));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot derive a key", ex);
		}
	}

}

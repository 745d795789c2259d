package city.plaza.identity.token;

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

import org.springframework.stereotype.Component;

/**
 * Encrypts secrets of accounts for the database, which have to be read again: AES-256-GCM
 * under a key that HKDF-SHA256 makes of the key secret, another than that of the signing
 * keys. What a secret belongs to is authenticated: moved to another row it opens no more.
 */
@Component
public class SecretVault {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int KEY_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final SecretKey key;

	SecretVault(KeySecretSettings settings) {
		this.key = derive(settings.keySecret());
	}

	/**
	 * Encrypts a secret.
	 * @param owner what it belongs to, such as the ids of its row and account
	 * @return Base64, different each time
	 */
	public String close(byte[] secret, String owner) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
			return Base64.getEncoder()
				.encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot encrypt", ex);
		}
	}

	/**
	 * Decrypts what {@link #close} gave.
	 * @param owner the same as then
	 * @return the secret
	 * @throws IllegalStateException if it was altered or moved, or the key secret was
	 * changed
	 */
	public byte[] open(String sealed, String owner) {
		byte[] bytes = Base64.getDecoder().decode(sealed);
		try {
			return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), owner)
				.doFinal(Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A secret of an account cannot be read: was plaza.identity.key-secret "
					+ "changed? It opens what is in the database.");
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static SecretKey derive(String secret) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(secret.getBytes(StandardCharsets.UTF_8))
							.thenExpand("plaza account secrets 1".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot derive a key", ex);
		}
	}

}

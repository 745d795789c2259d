package city.plaza.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Texts that a browser carries for this service and can neither read nor change:
 * AES-256-GCM under a key that HKDF-SHA256 makes of the code secret.
 */
@Component
public class SealedTexts {

	private static final int NONCE_BYTES = 16;

	private static final int KEY_BYTES = 32;

	private static final char END_OF_KIND = '\n';

	private final AesBytesEncryptor cipher;

	SealedTexts(CodeSecretSettings settings) {
		this.cipher = new AesBytesEncryptor(derive(settings.codeSecret()), KeyGenerators.secureRandom(NONCE_BYTES),
				CipherAlgorithm.GCM);
	}

	/**
	 * Seals a text.
	 * @param kind what it is for; it is opened as this kind only
	 * @param text anything
	 * @return URL-safe Base64, different each time
	 */
	public Secret close(String kind, String text) {
		byte[] sealed = this.cipher.encrypt((kind + END_OF_KIND + text).getBytes(StandardCharsets.UTF_8));
		return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
	}

	/**
	 * Opens a sealed text.
	 * @param kind as it was closed
	 * @param sealed as it came back
	 * @return nothing where it was altered, or made elsewhere or for something else
	 */
	public Optional<String> open(String kind, Secret sealed) {
		try {
			byte[] bytes = this.cipher.decrypt(Base64.getUrlDecoder().decode(sealed.reveal()));
			String text = new String(bytes, StandardCharsets.UTF_8);
			String prefix = kind + END_OF_KIND;
			return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
		}
		catch (RuntimeException ex) {
			// Whatever the cipher or Base64 throws, it is no text of ours.
			return Optional.empty();
		}
	}

	private static SecretKey derive(String secret) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(secret.getBytes(StandardCharsets.UTF_8))
							.thenExpand("plaza sealed texts 1".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot derive a key", ex);
		}
	}

}

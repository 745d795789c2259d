package city.plaza.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import com.nimbusds.jose.jwk.ECKey;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts private keys for the database: AES-256-GCM under a key that HKDF-SHA256 makes
 * of the key secret.
 */
@Component
class KeyVault {

	private static final int NONCE_BYTES = 16;

	private static final int KEY_BYTES = 32;

	private final AesBytesEncryptor cipher;

	KeyVault(KeySecretSettings settings) {
		this.cipher = new AesBytesEncryptor(derive(settings.keySecret()), KeyGenerators.secureRandom(NONCE_BYTES),
				CipherAlgorithm.GCM);
	}

	String close(ECKey key) {
		return Base64.getEncoder()
			.encodeToString(this.cipher.encrypt(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
	}

	ECKey open(String keyId, String sealed) {
		try {
			return ECKey
				.parse(new String(this.cipher.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8));
		}
		catch (ParseException | RuntimeException ex) {
			throw new IllegalStateException("The signing key " + keyId
					+ " cannot be read: was plaza.identity.key-secret changed? It opens the keys that are in the database.");
		}
	}

	private static SecretKey derive(String secret) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(secret.getBytes(StandardCharsets.UTF_8))
							.thenExpand("plaza signing keys 1".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot derive a key", ex);
		}
	}

}

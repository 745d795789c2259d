package city.plaza.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 under the service's secret: who has the database alone can neither write
 * an entry that passes nor compute the chain anew.
 */
final class AuditKeys {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int ID_CHARACTERS = 16;

	private static final int DIGEST_BYTES = 32;

	private final Map<String, SecretKeySpec> keys = new HashMap<>();

	private final String current;

	AuditKeys(AuditSettings settings) {
		this.current = add(settings.secret());
		settings.earlierSecrets().forEach(this::add);
	}

	/** The id of the key that new entries are made with. */
	String current() {
		return this.current;
	}

	/**
	 * What proves the content of an entry; empty where its key is not known.
	 */
	Optional<Digest> mac(AuditRow row) {
		return key(row.keyId()).map((key) -> hash(key, "entry", row.content()));
	}

	/**
	 * What proves the place of an entry in the chain; empty where its key is not known.
	 */
	Optional<Digest> link(String keyId, Digest previous, long sequence, Digest mac) {
		byte[] joined = ByteBuffer.allocate(2 * DIGEST_BYTES + Long.BYTES)
			.put(previous.bytes())
			.putLong(sequence)
			.put(mac.bytes())
			.array();
		return key(keyId).map((key) -> hash(key, "link", joined));
	}

	private Optional<SecretKeySpec> key(String id) {
		return Optional.ofNullable(this.keys.get(id));
	}

	private String add(String secret) {
		SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
		String id = hash(key, "key id", new byte[0]).hex().substring(0, ID_CHARACTERS);
		this.keys.put(id, key);
		return id;
	}

	private static Digest hash(SecretKeySpec key, String purpose, byte[] content) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return new Digest(mac.doFinal(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JVM has " + ALGORITHM, ex);
		}
	}

	/**
	 * Texts one after another, each behind its length: no two lists give the same bytes.
	 */
	static byte[] canonical(@Nullable String... texts) {
		StringBuilder canonical = new StringBuilder();
		for (String text : texts) {
			canonical.append((text != null) ? text.getBytes(StandardCharsets.UTF_8).length : -1).append(':');
			canonical.append((text != null) ? text : "");
		}
		return canonical.toString().getBytes(StandardCharsets.UTF_8);
	}

}

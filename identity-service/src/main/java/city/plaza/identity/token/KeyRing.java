package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * All keys, oldest first; at least one.
 *
 * @param keys of every generation
 */
record KeyRing(List<SigningKey> keys) {

	/**
	 * A new key is published this long before it signs: until then some service may not
	 * have read it.
	 */
	static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);

	KeyRing {
		if (keys.isEmpty()) {
			throw new IllegalArgumentException("A ring without a key");
		}
		keys = List.copyOf(keys);
	}

	/** The newest that everybody knows; at the very first start the only one. */
	ECKey signing(Instant now) {
		return this.keys.reversed()
			.stream()
			.filter((key) -> !key.createdAt().plus(PUBLISHED_BEFORE).isAfter(now))
			.findFirst()
			.orElse(this.keys.getFirst())
			.key();
	}

	SigningKey newest() {
		return this.keys.getLast();
	}

	/** What the world may see. */
	JWKSet published() {
		return new JWKSet(this.keys.stream().<JWK>map((key) -> key.key().toPublicJWK()).toList());
	}

}

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

	/** The newest that every instance knows; at the very first start the only one. */
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

	/** What the world may see: each key as long as a token of it may be accepted. */
	JWKSet published(Instant now) {
		return new JWKSet(this.keys.stream()
			.filter((key) -> !isRetired(key, now))
			.<JWK>map((key) -> key.key().toPublicJWK())
			.toList());
	}

	/** Whose last token has expired. */
	List<SigningKey> retired(Instant now) {
		return this.keys.stream().filter((key) -> isRetired(key, now)).toList();
	}

	private boolean isRetired(SigningKey key, Instant now) {
		int next = this.keys.indexOf(key) + 1;
		return next < this.keys.size() && !goneAt(this.keys.get(next)).isAfter(now);
	}

	private static Instant goneAt(SigningKey successor) {
		return AccessTokens.goneAt(successor.createdAt().plus(PUBLISHED_BEFORE));
	}

}

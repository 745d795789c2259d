package city.plaza.identity.token;

import java.time.Instant;

import com.nimbusds.jose.jwk.ECKey;

/**
 * A key that signs access tokens.
 *
 * @param generation 1, 2 and so on
 * @param key with its private part
 * @param createdAt when it was published
 */
record SigningKey(int generation, ECKey key, Instant createdAt) {

	@Override
	public String toString() {
		return "SigningKey[generation=" + this.generation + ", id=" + this.key.getKeyID() + "]";
	}

}

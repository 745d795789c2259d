package city.plaza.identity.social;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is at its provider. The browser carries it in a cookie, sealed: only the
 * browser that began can end it, and nothing is stored of those that never return.
 *
 * @param provider where it is
 * @param state that the response must have
 * @param nonce that the token must have
 * @param verifier that the code must be redeemed with
 * @param then where the browser goes on; as the portal gave it
 * @param session that connects the provider to its account; null of a sign-in
 * @param expiresAt in seconds of the epoch
 */
record Flow(String provider, String state, String nonce, String verifier, @Nullable String then, @Nullable UUID session,
		long expiresAt) {

	/** People look for their phones, and for their passwords there. */
	static final Duration LIFE = Duration.ofMinutes(15);

	@Override
	public String toString() {
		return "Flow[provider=" + this.provider + "]";
	}

}

package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import city.plaza.identity.token.AccessTokens.Issued;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of browsers that were issued a moment ago. Each page asks for one; the same once
 * more saves signing it here and computing its signature in each service, which remember
 * those they have seen. Whether the session goes on is checked each time before.
 */
final class RecentTokens {

	/** About 2 KB each. */
	private static final long MOST = 10_000;

	/** A tenth of a token's life: 30 seconds. */
	private static final int PART_OF_LIFE = 10;

	private final Duration longest;

	private final Cache<Bearer, Kept> tokens;

	/**
	 * None yet.
	 * @param life of a token
	 */
	RecentTokens(Duration life) {
		this.longest = life.dividedBy(PART_OF_LIFE);
		this.tokens = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(this.longest).build();
	}

	/**
	 * The token issued last, or a new one where that is too old or says something else.
	 * @param bearer what the token says of its bearer
	 * @param issue makes a new one
	 */
	Issued of(Bearer bearer, Instant now, Supplier<Issued> issue) {
		Kept last = this.tokens.getIfPresent(bearer);
		if (last != null && last.isGoodFor(now, this.longest)) {
			return last.at(now);
		}
		Issued issued = issue.get();
		this.tokens.put(bearer, new Kept(issued, now));
		return issued;
	}

	/**
	 * All that a token says but for its own time and number.
	 *
	 * @param idleUntil when the session ends unless it is used
	 * @param keyId of the key that signs
	 */
	record Bearer(UUID account, UUID session, String givenName, String familyName, Set<String> roles, Instant idleUntil,
			@Nullable String keyId) {
	}

	private record Kept(Issued issued, Instant issuedAt) {

		/** At least half of its time has to be left. */
		boolean isGoodFor(Instant now, Duration longest) {
			Duration age = Duration.between(this.issuedAt, now);
			return !age.isNegative() && age.compareTo(longest) < 0
					&& age.multipliedBy(2).compareTo(this.issued.expiresIn()) < 0;
		}

		Issued at(Instant now) {
			Duration age = Duration.between(this.issuedAt, now);
			return new Issued(this.issued.token(),
					Duration.ofSeconds(Math.max(1, this.issued.expiresIn().minus(age).toSeconds())));
		}

	}

}

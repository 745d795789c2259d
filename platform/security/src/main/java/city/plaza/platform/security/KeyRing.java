package city.plaza.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.problem.Problem;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys tokens are checked with, read from identity-service and kept. Read again when
 * they grow old or a token names a key that is not among them, but never more often than
 * once in {@link #PAUSE}, so that made-up key names cost nothing. While identity-service
 * is away the keys known last go on; without any, the caller is told to try again.
 */
final class KeyRing {

	static final Duration OLD_AFTER = Duration.ofMinutes(5);

	static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

	private final AtomicReference<@Nullable Mono<JWKSet>> reading = new AtomicReference<>();

	private final Mono<JWKSet> source;

	private final Clock clock;

	private volatile @Nullable JWKSet known;

	private volatile Instant readAt = Instant.MIN;

	private volatile Instant triedAt = Instant.MIN;

	KeyRing(Mono<JWKSet> source, Clock clock) {
		this.source = source;
		this.clock = clock;
	}

	/**
	 * Gives the keys to check a token with.
	 * @param token not yet checked
	 * @return all known keys
	 */
	Flux<JWK> keysFor(SignedJWT token) {
		return keys(token.getHeader().getKeyID()).flatMapIterable(JWKSet::getKeys);
	}

	private Mono<JWKSet> keys(@Nullable String keyId) {
		JWKSet current = this.known;
		Instant now = this.clock.instant();
		boolean complete = current != null && keyId != null && current.getKeyByKeyId(keyId) != null;
		if (current != null && complete && now.isBefore(this.readAt.plus(OLD_AFTER))) {
			return Mono.just(current);
		}
		Mono<JWKSet> running = this.reading.get();
		if (running == null && now.isBefore(this.triedAt.plus(PAUSE))) {
			return (current != null) ? Mono.just(current) : Mono.error(Problem.unavailable()::asException);
		}
		Mono<JWKSet> read = (running != null) ? running : read(now);
		return read.onErrorResume((error) -> keepOrRefuse(error, current));
	}

	private Mono<JWKSet> read(Instant now) {
		Mono<JWKSet> read = this.source.doOnNext((keys) -> {
			this.known = keys;
			this.readAt = now;
		}).doFinally((end) -> this.reading.set(null)).cache();
		if (this.reading.compareAndSet(null, read)) {
			this.triedAt = now;
		}
		return read;
	}

	private static Mono<JWKSet> keepOrRefuse(Throwable error, @Nullable JWKSet current) {
		log.warn("The keys of identity-service cannot be read{}: {}",
				(current != null) ? ", keeping the last ones" : "", error.toString());
		return (current != null) ? Mono.just(current) : Mono.error(Problem.unavailable()::asException);
	}

}

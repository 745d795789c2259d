package city.plaza.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import city.plaza.platform.problem.Problem;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The keys tokens are checked with, read from identity-service and kept. Read again when
 * they grow old or a token names a key that is not among them, but never more often than
 * once in {@link #PAUSE}, so that made-up key names cost nothing. While identity-service
 * is unavailable the keys known last are used; without any, the response is 503.
 */
final class KeyRing {

	static final Duration OLD_AFTER = Duration.ofMinutes(5);

	static final Duration PAUSE = Duration.ofSeconds(2);

	/**
	 * A token whose key is known does not wait longer for the new reading of old keys.
	 */
	static final Duration BRIEFLY = Duration.ofMillis(200);

	/** Where Reactor looks for whoever takes an error that comes after the end. */
	private static final String LATE_ERRORS = "reactor.onErrorDropped.local";

	private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

	private final Mono<JWKSet> source;

	private final Clock clock;

	private volatile @Nullable Mono<JWKSet> reading;

	private volatile @Nullable JWKSet known;

	private volatile Instant readAt = Instant.MIN;

	private volatile Instant triedAt = Instant.MIN;

	/** Why the last reading failed; null where it did not. */
	private final AtomicReference<@Nullable String> logged = new AtomicReference<>();

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

	/**
	 * A reading that ends in time. What it fails with after it was given up, such as the
	 * interruption of a thread that still looked for an instance, has no receiver any
	 * more: Reactor would log it as dropped, with a stack trace, beside the one line that
	 * says that the keys could not be read.
	 * @param <T> what is read
	 * @param time that it may take
	 * @return the reading, or a {@link java.util.concurrent.TimeoutException}
	 */
	static <T> Mono<T> within(Duration time, Mono<T> reading) {
		Consumer<Throwable> ignored = (late) -> log.debug("A reading of keys failed after its time: {}",
				late.toString());
		return reading.timeout(time).contextWrite(Context.of(LATE_ERRORS, ignored));
	}

	/** Reads them now, before the first token comes. */
	Mono<Void> read() {
		return Mono.defer(this::reading).then();
	}

	private Mono<JWKSet> keys(@Nullable String keyId) {
		JWKSet current = this.known;
		if (current == null) {
			return reading().onErrorMap((error) -> Problem.unavailable().asException())
				.switchIfEmpty(Mono.error(Problem.unavailable()::asException));
		}
		if (keyId == null || current.getKeyByKeyId(keyId) == null) {
			return reading().onErrorReturn(current).defaultIfEmpty(current);
		}
		if (this.clock.instant().isBefore(this.readAt.plus(OLD_AFTER))) {
			return Mono.just(current);
		}
		return reading().timeout(BRIEFLY).onErrorReturn(current).defaultIfEmpty(current);
	}

	/** The one reading that goes on for all who wait; empty while none may begin. */
	private synchronized Mono<JWKSet> reading() {
		Mono<JWKSet> running = this.reading;
		if (running != null) {
			return running;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(this.triedAt.plus(PAUSE))) {
			return Mono.empty();
		}
		Mono<JWKSet> begun = this.source.doOnNext((keys) -> {
			this.known = keys;
			this.readAt = now;
			if (this.logged.getAndSet(null) != null) {
				log.info("The keys of identity-service are read again");
			}
		}).doOnError(this::warn).doFinally((end) -> this.reading = null).cache();
		this.triedAt = now;
		this.reading = begun;
		return begun;
	}

	/** One line when it starts, or becomes another error; not one for each reading. */
	private void warn(Throwable error) {
		String reason = error.toString();
		if (!reason.equals(this.logged.getAndSet(reason))) {
			log.warn("The keys of identity-service cannot be read{}: {}",
					(this.known != null) ? ", keeping the last ones" : "", reason);
		}
	}

}

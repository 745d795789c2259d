package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.stereotype.Component;

/**
 * The key ring as this instance knows it: read from the database, read again now and
 * then. The first key is made at the first start, the next when the newest grows old; of
 * several instances that do so at once one is first, and all use its key.
 */
@Component
class KeyRings {

	private static final Logger log = LoggerFactory.getLogger(KeyRings.class);

	private final SigningKeys keys;

	private final Clock clock;

	private final Duration keyLife;

	private final Mono<KeyRing> current;

	private volatile @Nullable KeyRing last;

	KeyRings(SigningKeys keys, TokenSettings settings, Clock clock) {
		this.keys = keys;
		this.clock = clock;
		this.keyLife = settings.keyLife();
		// Without the context of its caller: it must not read in somebody's transaction.
		this.current = Mono.defer(this::read)
			.contextWrite((context) -> Context.empty())
			.cache((ring) -> settings.keyReading(), (error) -> Duration.ZERO, () -> Duration.ZERO);
	}

	Mono<KeyRing> current() {
		return this.current.onErrorResume((error) -> {
			KeyRing known = this.last;
			if (known == null) {
				return Mono.error(error);
			}
			log.warn("The signing keys cannot be read again, keeping the last ones: {}", error.toString());
			return Mono.just(known);
		});
	}

	Mono<KeyRing> read() {
		return this.keys.all()
			.flatMap((found) -> needsOne(found.isEmpty() ? null : found.getLast())
					? this.keys.addIfFirst(next(found.size())).then(this.keys.all()) : Mono.just(found))
			.map(KeyRing::new)
			.doOnNext((ring) -> this.last = ring);
	}

	private boolean needsOne(@Nullable SigningKey newest) {
		return newest == null || newest.createdAt().plus(this.keyLife).isBefore(this.clock.instant());
	}

	private SigningKey next(int count) {
		Instant now = this.clock.instant();
		try {
			return new SigningKey(count + 1,
					new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString())
						.keyUse(KeyUse.SIGNATURE)
						.algorithm(JWSAlgorithm.ES256)
						.generate(),
					now);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This JVM cannot make an EC key", ex);
		}
	}

}

package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.database.Transactions;
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
 * then. The first key is made at the first start, the next when the newest grows old, and
 * a key whose last token has expired is removed; of several instances that would do so at
 * once one does.
 */
@Component
class KeyRings {

	private static final Logger log = LoggerFactory.getLogger(KeyRings.class);

	private final SigningKeys keys;

	private final Transactions transactions;

	private final Clock clock;

	private final Duration keyLife;

	private final Mono<KeyRing> current;

	private volatile @Nullable KeyRing last;

	private volatile Instant readAt = Instant.MIN;

	KeyRings(SigningKeys keys, TokenSettings settings, Transactions transactions, Clock clock) {
		this.keys = keys;
		this.transactions = transactions;
		this.clock = clock;
		this.keyLife = settings.keyLife();
		// Without the context of its caller: it must not read in that one's transaction.
		this.current = Mono.defer(this::read)
			.contextWrite((context) -> Context.empty())
			.cacheInvalidateIf((ring) -> !clock.instant().isBefore(this.readAt.plus(settings.keyReading())));
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
			.flatMap((found) -> isDue(found) ? this.transactions.inOne(rotate()) : Mono.just(found))
			.map(KeyRing::new)
			.doOnNext((ring) -> {
				this.readAt = this.clock.instant();
				this.last = ring;
			});
	}

	/** Looks again under the lock: another instance may have been first. */
	private Mono<List<SigningKey>> rotate() {
		return this.keys.lock()
			.then(Mono.defer(this.keys::all))
			.flatMap((found) -> add(found).then(remove(found)))
			.then(Mono.defer(this.keys::all));
	}

	private Mono<Void> add(List<SigningKey> found) {
		return needsOne(found) ? this.keys.add(next(found.isEmpty() ? 1 : found.getLast().generation() + 1))
				: Mono.empty();
	}

	private Mono<Void> remove(List<SigningKey> found) {
		return this.keys.remove(retired(found));
	}

	private boolean isDue(List<SigningKey> found) {
		return needsOne(found) || !retired(found).isEmpty();
	}

	private boolean needsOne(List<SigningKey> found) {
		return found.isEmpty() || found.getLast().createdAt().plus(this.keyLife).isBefore(this.clock.instant());
	}

	private List<SigningKey> retired(List<SigningKey> found) {
		return found.isEmpty() ? List.of() : new KeyRing(found).retired(this.clock.instant());
	}

	private SigningKey next(int generation) {
		Instant now = this.clock.instant();
		try {
			return new SigningKey(generation,
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

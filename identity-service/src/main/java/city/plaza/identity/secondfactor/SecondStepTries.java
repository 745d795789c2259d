package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.identity.account.Account;
import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Streak;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.KnownDevices;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts codes of authenticator apps, which are short, beyond the tries of one sign-in:
 * for the account from one place, and from everywhere. A device that has signed in to the
 * account before counts by itself alone. Recovery codes and passkeys cannot be guessed
 * and do not count: so nobody who has the password can keep its owner out.
 */
@Component
class SecondStepTries {

	private static final int FREE = 9;

	private static final int IN_A_ROW = 100;

	private static final Duration LONGEST = Duration.ofHours(1);

	/** From one network, or one device that the account knows. */
	static final Streak FROM_ONE_PLACE = new Streak(Stream
		.of(free(FREE), Stream.of(30, 60, 120, 240, 480, 960, 1920).map(Duration::ofSeconds), Stream.of(LONGEST))
		.flatMap((waits) -> waits)
		.toList(), Duration.ofDays(1));

	/**
	 * From all devices that the account does not know (NIST SP 800-63B-4, section 3.2.2).
	 */
	static final Streak FROM_EVERYWHERE = new Streak(Stream.concat(free(IN_A_ROW - 1), Stream.of(LONGEST)).toList(),
			Duration.ofDays(30));

	/**
	 * The counters of one try.
	 *
	 * @param everywhere null of a device that the account knows
	 */
	record Attempt(Hash place, @Nullable Hash everywhere) {
	}

	private final Limits limits;

	private final KeyedHashes hashes;

	private final KnownDevices devices;

	SecondStepTries(Limits limits, KeyedHashes hashes, KnownDevices devices) {
		this.limits = limits;
		this.hashes = hashes;
		this.devices = devices;
	}

	Attempt attempt(Account account, ClientAddress client, @Nullable Secret deviceToken) {
		String id = account.id().toString();
		Optional<String> device = this.devices.idOf(deviceToken, account.email());
		return device.map((known) -> new Attempt(this.hashes.hash("second-step-device", id, known), null))
			.orElseGet(() -> new Attempt(this.hashes.hash("second-step", id, client.network()),
					this.hashes.hash("second-step-account", id)));
	}

	/** How long to wait: zero where the try is allowed. */
	Mono<Duration> take(Attempt attempt) {
		return this.limits.count(attempt.place(), FROM_ONE_PLACE)
			.flatMap((wait) -> (wait.isPositive() || attempt.everywhere() == null) ? Mono.just(wait)
					: takeFromEverywhere(attempt, attempt.everywhere()));
	}

	private Mono<Duration> takeFromEverywhere(Attempt attempt, Hash everywhere) {
		return this.limits.count(everywhere, FROM_EVERYWHERE)
			.flatMap((wait) -> wait.isPositive() ? this.limits.giveBack(attempt.place()).thenReturn(wait)
					: Mono.just(wait));
	}

	/** The code was right. */
	Mono<Void> forgive(Attempt attempt) {
		List<Hash> counters = (attempt.everywhere() != null) ? List.of(attempt.place(), attempt.everywhere())
				: List.of(attempt.place());
		return this.limits.forget(counters).then();
	}

	private static Stream<Duration> free(int times) {
		return Stream.generate(() -> Duration.ZERO).limit(times);
	}

}

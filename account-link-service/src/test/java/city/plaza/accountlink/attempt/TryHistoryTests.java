package city.plaza.accountlink.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.security.ClientAddress;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failed tries of a few residents on a few accounts in a history made by chance, beside a
 * list of all tries that is counted anew each time.
 */
@PlazaTest
class TryHistoryTests {

	private static final Duration WINDOW = Duration.ofHours(24);

	private static final TrySettings SETTINGS = new TrySettings(5, 3, 6, 12, 2, WINDOW);

	private final List<Failure> failures = new ArrayList<>();

	private final TestClock clock = TestClock.standingAt("2099-03-08T06:00:00Z");

	@Autowired
	private DatabaseClient database;

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void decidesAsTheListOfAllFailuresSays(int seed) {
		FailedTries tries = new FailedTries(this.database, SETTINGS, this.clock);
		Random random = new Random(seed);
		List<ResidentId> residents = Stream.generate(UUID::randomUUID).limit(4).map(ResidentId::new).toList();
		String run = UUID.randomUUID().toString();
		for (int step = 0; step < 120; step++) {
			this.clock.pass(Duration.ofSeconds(random.nextInt(5_400)));
			TryKeys keys = TryKeys.of(residents.get(random.nextInt(4)), network(run, random.nextInt(3)),
					run + " account " + random.nextInt(4), run + " name " + random.nextInt(4));
			String place = "seed %s, step %s".formatted(seed, step);
			Standing standing = get(tries.hold(keys));
			assertThat(standing).as(place).isEqualTo(expected(keys));
			Standing proof = get(tries.holdProof(keys));
			assertThat(proof).as(place).isEqualTo(closed(List.of(keys.proof())));
			if (standing instanceof Standing.Open) {
				get(tries.add(keys).thenReturn(true));
				keys.own().forEach((key) -> this.failures.add(new Failure(key, this.clock.instant())));
				keys.shared().forEach((key) -> this.failures.add(new Failure(key, this.clock.instant())));
			}
			else if (standing instanceof Standing.ProofNeeded && proof instanceof Standing.Open) {
				get(tries.addProof(keys).thenReturn(true));
				this.failures.add(new Failure(keys.proof(), this.clock.instant()));
			}
		}
		assertThat(this.failures).hasSizeGreaterThan(100);
	}

	private Standing expected(TryKeys keys) {
		Standing own = closed(keys.own());
		return (own instanceof Standing.Open && closed(keys.shared()) instanceof Standing.Closed)
				? new Standing.ProofNeeded() : own;
	}

	/** Closed until so many failures have left the window that one is below its limit. */
	private Standing closed(List<TryKeys.Key> keys) {
		return keys.stream()
			.map(this::openAgainAt)
			.filter(this.clock.instant()::isBefore)
			.max(Comparator.naturalOrder())
			.<Standing>map((open) -> new Standing.Closed(Duration.between(this.clock.instant(), open)))
			.orElseGet(Standing.Open::new);
	}

	private Instant openAgainAt(TryKeys.Key key) {
		List<Instant> latest = this.failures.stream()
			.filter((failure) -> failure.key().equals(key))
			.map(Failure::at)
			.sorted(Comparator.reverseOrder())
			.toList();
		int most = switch (key.kind()) {
			case RESIDENT -> 5;
			case RESIDENT_AND_ACCOUNT -> 3;
			case ACCOUNT, NAME -> 6;
			case NETWORK -> 12;
			case PROOF -> 2;
		};
		return (latest.size() < most) ? Instant.MIN : latest.get(most - 1).plus(WINDOW);
	}

	private static ClientAddress network(String run, int number) {
		return new ClientAddress(run + " network " + number, run);
	}

	private static <T> T get(Mono<T> value) {
		return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
	}

	private record Failure(TryKeys.Key key, Instant at) {
	}

}

package city.plaza.identity.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import city.plaza.identity.secret.Hash;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to a counter in a long history made by chance, beside a few lines that
 * describe what should.
 */
@PlazaTest
class LimitHistoryTests {

	private static final int SEED = 20260302;

	private static final int STEPS = 150;

	private final TestClock clock = TestClock.standingAt("2099-03-02T08:00:00Z");

	private final Random random = new Random(SEED);

	@Autowired
	private DatabaseClient database;

	private Limits limits;

	@BeforeEach
	void count() {
		this.limits = new Limits(this.database, this.clock);
	}

	@Test
	void takesOfAWindowWhatIsLeftOfIt() {
		Window window = new Window(4, Duration.ofMinutes(10));
		Hash key = Hash.ofNothing();
		int taken = 0;
		boolean known = false;
		@Nullable Instant end = null;
		for (int step = 0; step < STEPS; step++) {
			this.clock.pass(Duration.ofSeconds(this.random.nextInt(240)));
			if (end != null && !this.clock.instant().isBefore(end)) {
				taken = 0;
				end = null;
			}
			Duration left = (end != null && taken >= window.most()) ? Duration.between(this.clock.instant(), end)
					: Duration.ZERO;
			String place = "seed " + SEED + ", step " + step;
			assertThat(get(this.limits.look(key, window))).as(place).isEqualTo(left);
			switch (this.random.nextInt(5)) {
				case 0 -> {
					get(this.limits.giveBack(key).thenReturn(true));
					taken = Math.max(0, taken - 1);
				}
				case 1 -> {
					assertThat(get(this.limits.forget(key))).as(place).isEqualTo(known);
					known = false;
					taken = 0;
					end = null;
				}
				default -> {
					assertThat(get(this.limits.take(key, window))).as(place).isEqualTo(left);
					if (left.isZero()) {
						end = (end != null) ? end : this.clock.instant().plus(window.period());
						taken++;
					}
					known = true;
				}
			}
		}
	}

	@Test
	void makesAStreakWaitAsItsTableSays() {
		List<Duration> waits = List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(60),
				Duration.ofSeconds(120));
		Streak streak = new Streak(waits, Duration.ofMinutes(15));
		Hash key = Hash.ofNothing();
		int failures = 0;
		Instant open = Instant.MIN;
		Instant forget = Instant.MAX;
		for (int step = 0; step < STEPS; step++) {
			this.clock.pass(Duration.ofSeconds((this.random.nextInt(12) == 0) ? 900 : this.random.nextInt(80)));
			Instant moment = this.clock.instant();
			if (!moment.isBefore(forget)) {
				failures = 0;
				open = Instant.MIN;
			}
			Duration left = moment.isBefore(open) ? Duration.between(moment, open) : Duration.ZERO;
			assertThat(get(this.limits.count(key, streak))).as("seed %s, step %s", SEED, step).isEqualTo(left);
			if (left.isZero()) {
				failures++;
				Duration wait = waits.get(Math.min(failures, waits.size()) - 1);
				open = moment.plus(wait);
				forget = moment.plus(streak.memory());
			}
		}
	}

	@Test
	void forgetsSeveralCountersAtOnceAndNamesThoseThatWereThere() {
		List<Hash> keys = List.of(Hash.ofNothing(), Hash.ofNothing(), Hash.ofNothing());
		Window one = new Window(1, Duration.ofMinutes(1));
		get(this.limits.take(keys.get(0), one));
		get(this.limits.take(keys.get(2), one));
		assertThat(get(this.limits.forget(keys))).containsExactlyInAnyOrder(keys.get(0), keys.get(2));
		assertThat(get(this.limits.forget(keys))).isEmpty();
		assertThat(get(this.limits.look(keys.get(0), one))).isZero();
	}

	@Test
	void givesNothingBackThatWasNotTaken() {
		Hash key = Hash.ofNothing();
		Window one = new Window(1, Duration.ofMinutes(1));
		get(this.limits.giveBack(key).thenReturn(true));
		assertThat(get(this.limits.take(key, one))).isZero();
		get(this.limits.giveBack(key).then(this.limits.giveBack(key)).thenReturn(true));
		assertThat(get(this.limits.take(key, one))).isZero();
		assertThat(get(this.limits.take(key, one))).isEqualTo(Duration.ofMinutes(1));
	}

	private static <T> T get(Mono<T> value) {
		return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
	}

}

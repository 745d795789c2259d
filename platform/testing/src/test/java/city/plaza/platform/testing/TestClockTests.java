package city.plaza.platform.testing;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TestClockTests {

	@Test
	void standsUntilItIsMoved() {
		TestClock clock = TestClock.standingAt("2026-03-02T08:00:00Z");
		assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
		clock.pass(Duration.ofMinutes(5));
		clock.pass(Duration.ZERO);
		assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T08:05:00Z"));
	}

	@Test
	void goesOnWithTheSystemsAheadOfIt() {
		TestClock clock = TestClock.running();
		clock.pass(Duration.ofHours(2));
		Instant before = Instant.now().plus(Duration.ofHours(2));
		assertThat(clock.instant()).isBetween(before, Instant.now().plus(Duration.ofHours(2)));
	}

	@Test
	void neverGoesBack() {
		TestClock clock = TestClock.standingAt("2026-03-02T08:00:00Z");
		assertThatIllegalArgumentException().isThrownBy(() -> clock.pass(Duration.ofMillis(-1)));
	}

}

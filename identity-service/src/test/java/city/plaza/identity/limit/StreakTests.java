package city.plaza.identity.limit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreakTests {

	/** Requests at once do not come in the order of their times. */
	@Test
	void putsFailuresThatCostNothingWellIntoThePast() {
		Streak streak = new Streak(List.of(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO, Duration.ofHours(1)),
				Duration.ofDays(1));
		assertThat(streak.seconds()).containsExactly(-3_600L, 30L, -3_600L, 3_600L);
	}

	@Test
	void isCountedInWholeSeconds() {
		Streak streak = new Streak(List.of(Duration.ofMillis(1_999), Duration.ofDays(30)), Duration.ofDays(60));
		assertThat(streak.seconds()).containsExactly(1L, 2_592_000L);
	}

}

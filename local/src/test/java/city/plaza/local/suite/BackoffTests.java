package city.plaza.local.suite;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private final Backoff backoff = new Backoff(Backoff.FIRST);

	@Test
	void waitsTwiceAsLongEachTimeUpToTenSeconds() {
		assertThat(LongStream.range(0, 9).map((n) -> pauseAfter(Duration.ofSeconds(1)))).containsExactly(200L, 400L,
				800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L, 10_000L);
	}

	@Test
	void beginsAnewAfterAHealthyLife() {
		pauseAfter(Duration.ofSeconds(1));
		pauseAfter(Duration.ofSeconds(1));
		assertThat(pauseAfter(Duration.ofSeconds(60))).as("a minute is not yet long").isEqualTo(800);
		assertThat(pauseAfter(Duration.ofSeconds(60).plusNanos(1))).isEqualTo(200);
		assertThat(pauseAfter(Duration.ZERO)).isEqualTo(400);
	}

	private long pauseAfter(Duration lifetime) {
		return this.backoff.after(lifetime).toMillis();
	}

}

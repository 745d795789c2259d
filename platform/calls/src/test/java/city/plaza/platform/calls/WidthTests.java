package city.plaza.platform.calls;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WidthTests {

	private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

	private final Width width = Width.measured(20, 60, Duration.ofMillis(500));

	@Test
	void growsWithCallsThatAreAnsweredSoonAndNotBeyondTheMost() {
		for (int i = 0; i < 10; i++) {
			answered(0, false);
		}
		assertThat(this.width.now()).isEqualTo(30);
		for (int i = 0; i < 100; i++) {
			answered(0, false);
		}
		assertThat(this.width.now()).isEqualTo(60);
	}

	@Test
	void doesNotGrowWhereNobodyNeedsIt() {
		this.width.learn(System.nanoTime(), 3, false);
		assertThat(this.width.now()).isEqualTo(20);
	}

	@Test
	void shrinksWithSlowCallsAndFailedOnesAndNotBelowTheLeast() {
		for (int i = 0; i < 20; i++) {
			answered(0, false);
		}
		answered(A_SECOND, false);
		assertThat(this.width.now()).isEqualTo(36);
		answered(0, true);
		assertThat(this.width.now()).isEqualTo(32);
		for (int i = 0; i < 100; i++) {
			answered(A_SECOND, false);
		}
		assertThat(this.width.now()).isEqualTo(20);
	}

	@Test
	void neverGrowsWithErrorsAndShrinksWithSlowOnes() {
		for (int i = 0; i < 20; i++) {
			answered(0, false);
		}
		int before = this.width.now();
		this.width.learnFromError(System.nanoTime());
		assertThat(this.width.now()).isEqualTo(before);
		this.width.learnFromError(System.nanoTime() - A_SECOND);
		assertThat(this.width.now()).isLessThan(before);
	}

	private void answered(long nanosAgo, boolean isFailed) {
		this.width.learn(System.nanoTime() - nanosAgo, this.width.now(), isFailed);
	}

}

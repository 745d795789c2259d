package city.plaza.benchmarks.load;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DelaysTests {

	private final Delays delays = new Delays();

	@Test
	void countsInMilliseconds() {
		for (int millis = 1; millis <= 100; millis++) {
			this.delays.add(millis * 1_000L);
		}
		assertThat(this.delays.count()).isEqualTo(100);
		assertThat(this.delays.millis(50)).isCloseTo(50, within(0.1));
		assertThat(this.delays.millis(99)).isCloseTo(99, within(0.1));
	}

	@Test
	void knowsNoTimeOfNothing() {
		assertThat(this.delays.millis(50)).isNaN();
	}

	/** Of two clock readings of one moment either may come first. */
	@Test
	void takesWhatIsOutOfRangeForItsEnd() {
		this.delays.add(-3);
		this.delays.add(Long.MAX_VALUE);
		assertThat(this.delays.millis(1)).isZero();
		assertThat(this.delays.millis(100)).isCloseTo(600_000, within(600.0));
	}

}

package city.plaza.benchmarks.load;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	@Test
	void shortensEverythingOnRequestAlone() {
		assertThat(Pace.of(Duration.ofSeconds(10), true)).isEqualTo(Duration.ofSeconds(2));
		assertThat(Pace.of(Duration.ofSeconds(10), false)).isEqualTo(Duration.ofSeconds(10));
		assertThat(Pace.of(Duration.ZERO, true)).isZero();
	}

}

package city.plaza.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SuiteStartTests {

	@Test
	void takesTheMedianOfTheStarts() {
		assertThat(SuiteStart.median(SuiteStart.starts("14.5 20.1\n13.9"))).isEqualTo(14.5);
		assertThat(SuiteStart.starts(" 14.5 ")).containsExactly(14.5);
	}

	@Test
	void needsOne() {
		assertThatIllegalStateException().isThrownBy(() -> SuiteStart.starts(" "));
	}

}

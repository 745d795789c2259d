package city.plaza.benchmarks;

import java.util.List;
import java.util.Map;

import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableGrowthTests {

	@Test
	void showsTheLargeTableBesideTheSmallOne() {
		assertThat(TableGrowth.table(Map.of("one bill", rounds(2, 10)), Map.of("one bill", rounds(3, 5))).toString())
			.contains("| one bill           | 10,000    |")
			.contains("| 3.00   | 5.00   | 1.50               | 0.500              |");
	}

	private static Rounds rounds(double p50, double p99) {
		return new Rounds(List.of(new Sample(100, p50, p99, Map.of("200", 100L))));
	}

}

package city.plaza.benchmarks.load;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTests {

	@ParameterizedTest
	@CsvSource({ "3, 100 100 100 999", "3, 100 103 103 999", "4, 100 104 104 104 999", "3, 100 90 80 999",
			"5, 100 101 110 110 111 999", "4, 100 200 100 206 999", "7, 100 99 150 149 200 200 200", "2, 0 0 999",
			"3, 100 102.9 105.8 999", "5, 100 102.9 106.1 106 106 999",
			"12, 1 2 4 8 16 32 64 128 256 512 1024 2048 4096" })
	void endsAfterTwoRoundsInARowThatGainNothing(int rounds, String rates) throws Exception {
		Iterator<Double> rate = Arrays.stream(rates.split(" ", -1)).map(Double::valueOf).iterator();
		assertThat(WarmUp.untilLevel(rate::next)).isEqualTo(rounds);
	}

	@Test
	void comparesWithTheBestSoFarAndNotWithTheRoundBefore() throws Exception {
		Iterator<Double> falling = DoubleStream.of(100, 80, 84, 999).boxed().iterator();
		assertThat(WarmUp.untilLevel(falling::next)).isEqualTo(3);
	}

}

package city.plaza.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class RoundsTests {

	@ParameterizedTest
	@CsvSource({ "100, 100, 0", "300 100 200, 200, 1", "100 101 9, 100, 0.92", "10 20 30 40, 25, 1.2",
			"1 2, 1.5, 0.6667" })
	void countsTheMedianAndShowsTheSpread(String rates, double median, double spread) {
		Rounds rounds = new Rounds(Arrays.stream(rates.split(" ", -1))
			.map((rate) -> Sample.of(Double.parseDouble(rate), Map.of()))
			.toList());
		assertThat(rounds.rate()).isEqualTo(median);
		assertThat(rounds.spread()).isCloseTo(spread, within(0.0001));
	}

	@Test
	void addsUpTheStatusesOfAllRounds() {
		Rounds rounds = new Rounds(List.of(new Sample(1, 2, 9, Map.of("200", 3L)),
				new Sample(1, 4, 7, Map.of("200", 4L, "503", 1L)), new Sample(1, 3, 8, Map.of("503", 2L))));
		assertThat(rounds.statuses()).isEqualTo("200: 7, 503: 3");
		assertThat(rounds.p50()).isEqualTo(3);
		assertThat(rounds.p99()).isEqualTo(8);
	}

	@Test
	void hasNoTimesWhereThereAreNone() {
		assertThat(new Rounds(List.of(Sample.of(1, Map.of()))).p99()).isNaN();
	}

	@Test
	void refusesToSpeakOfNoRound() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Rounds(List.of()));
	}

}

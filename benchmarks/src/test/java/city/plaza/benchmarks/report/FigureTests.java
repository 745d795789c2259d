package city.plaza.benchmarks.report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTests {

	@ParameterizedTest
	@CsvSource({ "50, 100, 0.5, yes", "49, 100, 0.5, no", "49, NaN, 0.5, not measured", "NaN, 100, 0.5, not measured" })
	void comparesTheRatioWhereThereIsAReference(double ours, double reference, double goal, String reached) {
		assertThat(Figure.ratio("bills", "/s", ours, reference, Goal.atLeast(goal)).reached()).isEqualTo(reached);
	}

	@ParameterizedTest
	@CsvSource({ "5, 5, yes", "5.01, 5, no", "0, 0, yes", "NaN, 5, not measured" })
	void comparesItselfWhereThereIsNone(double ours, double goal, String reached) {
		assertThat(Figure.of("events", "ms", ours, Goal.atMost(goal)).reached()).isEqualTo(reached);
	}

	@ParameterizedTest
	@CsvSource({ "0.35, ratio >= 0.35", "1, ratio >= 1", "1000, 'ratio >= 1,000'" })
	void describesItsGoal(double goal, String text) {
		assertThat(Figure.ratio("", "", 1, 1, Goal.atLeast(goal)).goal()).hasToString(text);
		assertThat(Goal.atMost(goal)).hasToString(text.replace("ratio >=", "<="));
	}

}

package city.plaza.portal.home;

import java.time.YearMonth;
import java.util.List;

import city.plaza.portal.home.Summaries.Month;
import city.plaza.portal.page.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonthChartTests {

	@Test
	void letsTheTallestBarReachTheTop() {
		MonthChart chart = MonthChart.of(List.of(month(1, 10_000, 0), month(2, 5_000, 40_000)));
		assertThat(chart.top()).isEqualTo(usd(40_000));
		assertThat(chart.columns()).extracting(MonthChart.Column::billed).containsExactly(25, 12);
		assertThat(chart.columns()).extracting(MonthChart.Column::paid).containsExactly(0, 100);
		assertThat(chart.columns()).extracting(MonthChart.Column::x).containsExactly(0, 40);
		assertThat(chart.width()).isEqualTo(80);
	}

	@Test
	void showsTheSmallestAmountAsALine() {
		MonthChart chart = MonthChart.of(List.of(month(1, 1, 0), month(2, 1_000_000, 0)));
		assertThat(chart.columns().getFirst().billed()).isOne();
	}

	@Test
	void drawsNothingBelowTheBaseLine() {
		MonthChart chart = MonthChart.of(List.of(month(1, -100, -200)));
		assertThat(chart.columns().getFirst().billed()).isZero();
		assertThat(chart.columns().getFirst().paid()).isZero();
		assertThat(chart.rows()).hasSize(1);
	}

	@Test
	void leavesEmptyMonthsOutOfTheTableOnly() {
		MonthChart chart = MonthChart.of(List.of(month(1, 0, 0), month(2, 100, 0), month(3, 0, 0)));
		assertThat(chart.columns()).hasSize(3);
		assertThat(chart.rows()).extracting(Month::month).containsExactly(YearMonth.of(2021, 2));
		assertThat(chart.isEmpty()).isFalse();
	}

	@Test
	void isEmptyWithoutBillsAndPayments() {
		assertThat(MonthChart.of(List.of(month(1, 0, 0), month(2, 0, 0))).isEmpty()).isTrue();
	}

	@Test
	void drawsAmountsOfAnySize() {
		MonthChart chart = MonthChart.of(List.of(month(1, Long.MAX_VALUE, Long.MAX_VALUE / 2)));
		assertThat(chart.columns().getFirst().billed()).isEqualTo(100);
		assertThat(chart.columns().getFirst().paid()).isEqualTo(49);
	}

	private static Month month(int number, long billed, long paid) {
		return new Month(YearMonth.of(2021, number), usd(billed), usd(paid));
	}

	private static Money usd(long amount) {
		return new Money(amount, "USD");
	}

}

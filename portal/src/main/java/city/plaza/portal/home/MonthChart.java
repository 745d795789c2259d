package city.plaza.portal.home;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import city.plaza.portal.home.Summaries.Month;
import city.plaza.portal.page.Money;

/**
 * Bills and payments by month as bars, and as the rows of a table. A bar's height is in
 * the units of the picture; the tallest reaches its top.
 *
 * @param top what the tallest bar stands for
 * @param columns of the picture, a month each
 * @param rows of the table: the months in which something was billed or paid
 */
record MonthChart(Money top, List<Column> columns, List<Month> rows) {

	/** Units from the base line to the top. */
	static final int HEIGHT = 100;

	/** Units of a month. */
	static final int WIDTH = 40;

	/**
	 * Draws months.
	 * @param months in their order
	 */
	static MonthChart of(List<Month> months) {
		Money top = months.stream()
			.flatMap((month) -> List.of(month.billed(), month.paid()).stream())
			.max((one, other) -> Long.compare(one.amount(), other.amount()))
			.orElseThrow();
		return new MonthChart(top,
				IntStream.range(0, months.size()).mapToObj((at) -> Column.of(months.get(at), at, top)).toList(),
				months.stream().filter((month) -> !month.isEmpty()).toList());
	}

	/** Whether there is nothing to draw. */
	public boolean isEmpty() {
		return this.rows.isEmpty();
	}

	public int width() {
		return this.columns.size() * WIDTH;
	}

	/**
	 * A month of the picture.
	 *
	 * @param x where it begins
	 * @param billed height of the first bar
	 * @param paid height of the second bar
	 */
	record Column(YearMonth month, int x, int billed, int paid) {

		static Column of(Month month, int at, Money top) {
			return new Column(month.month(), at * WIDTH, height(month.billed(), top), height(month.paid(), top));
		}

		/** A small amount is a line at least; what was only taken back is no bar. */
		private static int height(Money amount, Money top) {
			if (!amount.isPositive()) {
				return 0;
			}
			return Math.max(1,
					BigInteger.valueOf(amount.amount())
						.multiply(BigInteger.valueOf(HEIGHT))
						.divide(BigInteger.valueOf(top.amount()))
						.intValueExact());
		}

	}

}

package city.plaza.benchmarks.report;

import java.util.List;

/**
 * A figure that has a goal.
 *
 * @param name what it is of
 * @param unit of ours and of the reference
 * @param reference NaN where there is none
 * @param goal of the ratio of ours to the reference, or of ours where there is never one
 */
public record Figure(String name, String unit, double ours, double reference, Goal goal) {

	/** Of ours alone. */
	public static Figure of(String name, String unit, double ours, Goal goal) {
		return new Figure(name, unit, ours, Double.NaN, goal);
	}

	/** Of ours and a reference, which may have been missing: it is NaN then. */
	public static Figure ratio(String name, String unit, double ours, double reference, Goal goal) {
		return new Figure(name, unit, ours, reference, goal.ofRatio());
	}

	/** Of all figures, with whether each has come to its goal. */
	static Table table(List<Figure> figures) {
		Table table = headings();
		figures.forEach((figure) -> table.row(figure.name(), figure.unit(), figure.ours(), shown(figure.reference()),
				shown(figure.ratio()), figure.goal().toString(), figure.reached()));
		return table;
	}

	static Table headings() {
		return new Table("figure", "unit", "ours", "reference", "ratio", "goal", "reached");
	}

	double ratio() {
		return this.ours / this.reference;
	}

	String reached() {
		double judged = this.goal.isOfRatio() ? ratio() : this.ours;
		if (Double.isNaN(judged)) {
			return "not measured";
		}
		return this.goal.isReached(judged) ? "yes" : "no";
	}

	private static Object shown(double number) {
		return Double.isNaN(number) ? "" : number;
	}

}

package city.plaza.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text, aligned, that is Markdown as well. */
public final class Table {

	private final List<List<String>> rows = new ArrayList<>();

	/** As they were given, not rounded. */
	private final List<Map<String, Object>> values = new ArrayList<>();

	/** A table with these headings. */
	public Table(String... headings) {
		this.rows.add(List.of(headings));
	}

	/** Adds a row; numbers are rounded to what can be read. */
	public Table row(Object... cells) {
		if (cells.length != this.rows.getFirst().size()) {
			throw new IllegalArgumentException(
					"A row of " + cells.length + " cells under " + this.rows.getFirst().size() + " headings");
		}
		this.rows.add(Arrays.stream(cells).map(Table::text).toList());
		Map<String, Object> values = new LinkedHashMap<>();
		for (int column = 0; column < cells.length; column++) {
			values.put(this.rows.getFirst().get(column), value(cells[column]));
		}
		this.values.add(values);
		return this;
	}

	/** The rows for programs: by heading, with numbers as they are. */
	List<Map<String, Object>> values() {
		return List.copyOf(this.values);
	}

	@Override
	public String toString() {
		List<Integer> widths = IntStream.range(0, this.rows.getFirst().size())
			.mapToObj((column) -> this.rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toList();
		String rule = widths.stream().map("-"::repeat).collect(Collectors.joining(" | ", "| ", " |"));
		List<String> lines = new ArrayList<>(this.rows.stream().map((row) -> line(row, widths)).toList());
		lines.add(1, rule);
		return String.join("\n", lines);
	}

	private static String line(List<String> row, List<Integer> widths) {
		return IntStream.range(0, row.size())
			.mapToObj((column) -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

	/** What is no number, as JSON has none, is left empty. */
	private static Object value(Object cell) {
		return (cell instanceof Number number && Double.isFinite(number.doubleValue())) ? number : text(cell);
	}

	private static String text(Object cell) {
		if (cell instanceof Double number) {
			double size = Math.abs(number);
			return String.format(Locale.ROOT, (size >= 100) ? "%,.0f" : (size >= 1) ? "%.2f" : "%.3f", number);
		}
		return (cell instanceof Number number) ? String.format(Locale.ROOT, "%,d", number.longValue())
				: cell.toString().replace("|", "\\|");
	}

}

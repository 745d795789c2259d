package city.plaza.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of several benchmarks that have a goal, in one table. */
public final class Summary {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Summary() {
	}

	/**
	 * Reads what the benchmarks have kept.
	 * @param directory of their reports
	 * @param names of the benchmarks; one without a report is shown as not measured
	 */
	public static Table of(Path directory, List<String> names) {
		Table table = new Table("benchmark", "figure", "unit", "ours", "reference", "ratio", "goal", "reached");
		for (String name : names) {
			Path kept = directory.resolve(name + ".json");
			if (Files.isReadable(kept)) {
				JSON.readTree(kept.toFile()).path("goals").forEach((figure) -> table.row(cells(name, figure)));
			}
			else {
				table.row(name, "", "", "", "", "", "", "not measured");
			}
		}
		return table;
	}

	private static Object[] cells(String name, JsonNode figure) {
		return new Object[] { name, cell(figure, "figure"), cell(figure, "unit"), cell(figure, "ours"),
				cell(figure, "reference"), cell(figure, "ratio"), cell(figure, "goal"), cell(figure, "reached") };
	}

	private static Object cell(JsonNode figure, String name) {
		JsonNode cell = figure.path(name);
		return cell.isNumber() ? (Object) cell.asDouble() : cell.asString("");
	}

}

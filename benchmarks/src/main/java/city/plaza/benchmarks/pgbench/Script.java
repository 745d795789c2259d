package city.plaza.benchmarks.pgbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements as a script of pgbench. A parameter stays one: it becomes a variable with
 * the value it had, or what takes the place of that value from transaction to
 * transaction.
 *
 * @param text of the script
 * @param variables by their names
 */
record Script(String text, Map<String, String> variables) {

	private static final Pattern PARAMETER = Pattern.compile("(hashtextextended\\()?\\$(\\d+)");

	/** A list of PostgreSQL's; JSON has colons. */
	private static final Pattern LIST = Pattern.compile("\\{[^:]*}", Pattern.DOTALL);

	/**
	 * Writes a script.
	 * @param begin lines that set what changes, run first in each transaction
	 * @param changing what stands for a value from transaction to transaction, in SQL, by
	 * the value; a longer value comes before one that is a part of it
	 */
	static Script of(List<Executed> statements, String begin, Map<String, String> changing) {
		Map<String, String> variables = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>(begin.isEmpty() ? List.of() : List.of(begin.strip()));
		for (int at = 0; at < statements.size(); at++) {
			lines.add(statement(statements.get(at), "s" + at, changing, variables));
		}
		return new Script(String.join("\n", lines) + "\n", variables);
	}

	private static String statement(Executed statement, String name, Map<String, String> changing,
			Map<String, String> variables) {
		String sql = statement.sql().strip().replaceAll(";$", "").lines().collect(Collectors.joining(" "));
		return PARAMETER.matcher(sql).replaceAll((parameter) -> {
			int number = Integer.parseInt(parameter.group(2));
			String expression = statement.parameters()
				.get(number - 1)
				.map((text) -> expression(text, name + "p" + number, changing, variables))
				.orElse("null");
			// A lock's name is text also where it is an id.
			String lock = parameter.group(1);
			return Matcher.quoteReplacement((lock != null) ? lock + "(" + expression + ")::text" : expression);
		}) + ";";
	}

	private static String expression(String value, String name, Map<String, String> changing,
			Map<String, String> variables) {
		if (value.isEmpty()) {
			// pgbench has no variable without a value.
			return "''";
		}
		String whole = changing.get(value);
		if (whole != null) {
			return whole;
		}
		List<String> parts = parts(value, changing);
		if (parts.size() == 1) {
			variables.put(name, value);
			return ":" + name;
		}
		List<String> pieces = new ArrayList<>();
		for (String part : parts) {
			String expression = changing.get(part);
			if (expression != null) {
				pieces.add("(" + expression + ")::text");
			}
			else if (!part.isEmpty()) {
				String variable = name + "_" + pieces.size();
				variables.put(variable, part);
				pieces.add(":" + variable + "::text");
			}
		}
		return "(" + String.join(" || ", pieces) + ")" + (LIST.matcher(value).matches() ? "::text[]" : "");
	}

	/** The value cut where something in it changes. */
	private static List<String> parts(String value, Map<String, String> changing) {
		for (String each : changing.keySet()) {
			int at = value.indexOf(each);
			if (at >= 0) {
				List<String> parts = new ArrayList<>(parts(value.substring(0, at), changing));
				parts.add(each);
				parts.addAll(parts(value.substring(at + each.length()), changing));
				return parts;
			}
		}
		return List.of(value);
	}

}

package city.plaza.benchmarks.pgbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements in a log of PostgreSQL, as {@code log_statement = all} writes
 * them: an entry a statement, its further lines begun with a tab, and one of its
 * parameters behind it.
 */
final class ServerLog {

	private static final Pattern ENTRY = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL): {2}(.*)$",
			Pattern.DOTALL);

	private static final Pattern STATEMENT = Pattern.compile("^(?:statement|execute (?!fetch from )[^:]*): (.*)$",
			Pattern.DOTALL);

	private static final Pattern PARAMETERS = Pattern.compile("^parameters: (.*)$",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:(NULL)|'((?:[^']|'')*)')(?:, )?");

	private ServerLog() {
	}

	/** The statements of all connections, in the order in which they were run. */
	static List<Executed> statements(String log) {
		List<Executed> statements = new ArrayList<>();
		for (String text : entries(log)) {
			Matcher entry = ENTRY.matcher(text);
			if (entry.matches()) {
				add(Long.parseLong(entry.group(1)), entry.group(3), statements);
			}
		}
		return statements;
	}

	private static void add(long process, String message, List<Executed> statements) {
		Matcher statement = STATEMENT.matcher(message);
		Matcher parameters = PARAMETERS.matcher(message);
		if (statement.matches()) {
			statements.add(new Executed(process, statement.group(1), List.of()));
		}
		else if (parameters.matches()) {
			int last = lastOf(process, statements);
			if (last >= 0) {
				Executed before = statements.get(last);
				statements.set(last, new Executed(process, before.sql(), values(parameters.group(1))));
			}
		}
	}

	/** Connections write to the log at the same time. */
	private static int lastOf(long process, List<Executed> statements) {
		int last = statements.size() - 1;
		while (last >= 0 && statements.get(last).process() != process) {
			last--;
		}
		return last;
	}

	private static List<Optional<String>> values(String text) {
		List<Optional<String>> values = new ArrayList<>();
		Matcher value = VALUE.matcher(text);
		while (value.find()) {
			values.add(Optional.ofNullable(value.group(2)).map((quoted) -> quoted.replace("''", "'")));
		}
		return values;
	}

	/** Each with its further lines. */
	private static List<String> entries(String log) {
		List<String> entries = new ArrayList<>();
		for (String line : log.split("\n", -1)) {
			if (line.startsWith("\t") && !entries.isEmpty()) {
				entries.add(entries.removeLast() + "\n" + line.substring(1));
			}
			else {
				entries.add(line);
			}
		}
		return entries;
	}

}

package city.plaza.benchmarks.pgbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement that the server ran.
 *
 * @param process of the server, one a connection
 * @param sql with {@code $1} and on for the parameters
 * @param parameters as text; empty where one was null
 */
record Executed(long process, String sql, List<Optional<String>> parameters) {

	boolean begins() {
		return is("begin");
	}

	boolean commits() {
		return is("commit");
	}

	/** Whether a parameter holds the text. */
	boolean mentions(String text) {
		return this.parameters.stream().flatMap(Optional::stream).anyMatch((value) -> value.contains(text));
	}

	private boolean is(String command) {
		return this.sql.strip().toLowerCase(Locale.ROOT).startsWith(command);
	}

}

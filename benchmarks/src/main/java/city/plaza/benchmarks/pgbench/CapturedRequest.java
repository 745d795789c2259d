package city.plaza.benchmarks.pgbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.benchmarks.suite.StatementLog;
import city.plaza.benchmarks.suite.Suite;

/**
 * What one request made a service run in its database.
 *
 * @param statements in the order of its transactions
 * @param begin lines of pgbench that set what changes from transaction to transaction
 * @param changing in SQL, by the value that it takes the place of
 */
public record CapturedRequest(List<Executed> statements, String begin, Map<String, String> changing) {

	private static final int SHOWN = 100;

	/**
	 * Sends a request and looks what the server ran for it.
	 * @param request returns what only this request is about, such as its customer's
	 * number
	 */
	public static CapturedRequest of(Suite suite, Sent request) throws IOException, InterruptedException {
		List<String> marks = new ArrayList<>();
		List<Executed> all = ServerLog.statements(StatementLog.during(suite, () -> marks.addAll(request.send())));
		List<Executed> statements = RequestStatements.of(all, marks);
		if (statements.isEmpty()) {
			throw new IOException("No statement of the request is in the log of PostgreSQL, of " + all.size());
		}
		return new CapturedRequest(statements, "", Map.of());
	}

	/** The same with values that change from transaction to transaction. */
	public CapturedRequest changing(String begin, Map<String, String> changing) {
		return new CapturedRequest(this.statements, begin, changing);
	}

	/** How many statements, BEGIN and COMMIT aside, and how many transactions. */
	public String described() {
		long transactions = this.statements.stream().filter(Executed::begins).count();
		long count = this.statements.size() - 2 * transactions;
		return (count == 1) ? "one statement"
				: "%d statements (%d transactions of several)".formatted(count, transactions);
	}

	/** How each statement begins, one a line. */
	public String listed() {
		return this.statements.stream()
			.map((each) -> "- `" + beginning(each.sql()) + "`")
			.collect(Collectors.joining("\n"));
	}

	private static String beginning(String sql) {
		String line = sql.strip().replaceAll("\\s+", " ");
		return (line.length() > SHOWN) ? line.substring(0, SHOWN) + " ..." : line;
	}

	Script script() {
		return Script.of(this.statements, this.begin, this.changing);
	}

	/** A request that is sent once. */
	@FunctionalInterface
	public interface Sent {

		Collection<String> send() throws IOException, InterruptedException;

	}

}

package city.plaza.benchmarks.pgbench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import city.plaza.benchmarks.load.Sample;

/** Reads what pgbench prints. */
final class PgbenchOutput {

	private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+) ");

	private static final Pattern DONE = Pattern.compile("(?m)^number of transactions actually processed: (\\d+)");

	private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+)");

	private PgbenchOutput() {
	}

	static Sample read(String output) throws IOException {
		Map<String, Long> statuses = new TreeMap<>();
		long done = Long.parseLong(find(DONE, output));
		statuses.put("transactions", done);
		Matcher failed = FAILED.matcher(output);
		if (failed.find() && !failed.group(1).equals("0")) {
			statuses.put("failed", Long.parseLong(failed.group(1)));
		}
		// Where none came to its end in time it prints no rate.
		return Sample.of((done > 0) ? Double.parseDouble(find(RATE, output)) : 0, statuses);
	}

	private static String find(Pattern pattern, String output) throws IOException {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new IOException("pgbench printed no " + pattern + ": " + output);
		}
		return matcher.group(1);
	}

}

package city.plaza.benchmarks.load;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what wrk prints. It tells statuses apart only by whether they are 2xx or 3xx. */
final class WrkOutput {

	private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in ([\\d.]+)(us|ms|s|m|h),");

	private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

	private static final Pattern ERRORS = Pattern
		.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

	private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0, "h",
			3_600_000.0);

	private static final double MILLIS_A_SECOND = 1_000;

	private WrkOutput() {
	}

	static Sample read(String output) throws IOException {
		Matcher total = find(TOTAL, output);
		long refused = count(REFUSED, 1, output);
		long served = Long.parseLong(total.group(1)) - refused;
		Map<String, Long> statuses = new TreeMap<>();
		statuses.put("2xx or 3xx", served);
		putIfAny(statuses, "others", refused);
		putIfAny(statuses, "not connected", count(ERRORS, 1, output));
		putIfAny(statuses, "read errors", count(ERRORS, 2, output));
		putIfAny(statuses, "write errors", count(ERRORS, 3, output));
		putIfAny(statuses, "timeouts", count(ERRORS, 4, output));
		double seconds = millis(total.group(2), total.group(3)) / MILLIS_A_SECOND;
		return new Sample(served / seconds, percentile(50, output), percentile(99, output), statuses);
	}

	private static double percentile(int percent, String output) throws IOException {
		Matcher line = find(Pattern.compile("(?m)^\\s+" + percent + "%\\s+([\\d.]+)(us|ms|s|m|h)\\s*$"), output);
		return millis(line.group(1), line.group(2));
	}

	private static double millis(String number, String unit) {
		return Double.parseDouble(number) * MILLIS.getOrDefault(unit, Double.NaN);
	}

	private static Matcher find(Pattern pattern, String output) throws IOException {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new IOException("wrk printed no " + pattern + ": " + output);
		}
		return matcher;
	}

	/** It prints these lines only where there is something to count. */
	private static long count(Pattern pattern, int group, String output) {
		Matcher matcher = pattern.matcher(output);
		return matcher.find() ? Long.parseLong(matcher.group(group)) : 0;
	}

	private static void putIfAny(Map<String, Long> statuses, String name, long count) {
		if (count > 0) {
			statuses.put(name, count);
		}
	}

}

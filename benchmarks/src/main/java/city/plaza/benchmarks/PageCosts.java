package city.plaza.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** What a page takes of the processors, by program. */
final class PageCosts {

	private static final List<String> PROGRAMS = List.of("gateway", "portal", "billing-service", "account-link-service",
			"identity-service", "postgres");

	private static final double NANOS_A_MILLI = 1e6;

	private final Suite suite;

	private final Map<Page, long[]> nanos = new EnumMap<>(Page.class);

	private final Map<Page, Long> served = new EnumMap<>(Page.class);

	PageCosts(Suite suite) {
		this.suite = suite;
	}

	/** Adds up what runs of a page take. */
	PageVisits.Around of(Page page) {
		return (run) -> {
			long[] before = now();
			Result result = run.measured();
			long[] after = now();
			long[] sums = this.nanos.computeIfAbsent(page, (none) -> new long[PROGRAMS.size()]);
			Arrays.setAll(sums, (program) -> sums[program] + after[program] - before[program]);
			this.served.merge(page, result.total(), Long::sum);
			return result;
		};
	}

	Table table() {
		String[] headings = new String[PROGRAMS.size() + 2];
		headings[0] = "ms of a processor for a page";
		for (int program = 0; program < PROGRAMS.size(); program++) {
			headings[program + 1] = PROGRAMS.get(program);
		}
		headings[PROGRAMS.size() + 1] = "together";
		Table table = new Table(headings);
		this.nanos.forEach((page, sums) -> table.row(row(page, sums)));
		return table;
	}

	private Object[] row(Page page, long[] sums) {
		double pages = Math.max(1, this.served.getOrDefault(page, 0L)) * NANOS_A_MILLI;
		Object[] row = new Object[PROGRAMS.size() + 2];
		row[0] = page.title();
		for (int program = 0; program < PROGRAMS.size(); program++) {
			row[program + 1] = sums[program] / pages;
		}
		row[PROGRAMS.size() + 1] = Arrays.stream(sums).sum() / pages;
		return row;
	}

	private long[] now() {
		return PROGRAMS.stream().map(this.suite::processorTime).mapToLong(Duration::toNanos).toArray();
	}

}

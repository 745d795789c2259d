package city.plaza.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import city.plaza.benchmarks.suite.Suite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorCostsTests {

	private static final long SPIN_NANOS = 200_000_000;

	/** Of this very process, which is named as if it were the gateway. */
	private final Suite suite = Suite.described("""
			{"gateway":"http://localhost:1","processes":[{"name":"gateway","pid":%d}]}"""
		.formatted(ProcessHandle.current().pid()));

	@Test
	void sharesWhatRunsTakeAmongAllThatWasDoneInThem() throws IOException, InterruptedException {
		ProcessorCosts costs = new ProcessorCosts(this.suite, "gateway");
		costs.count("spinning", ProcessorCostsTests::spin, (done) -> 10);
		costs.count("spinning", ProcessorCostsTests::spin, (done) -> 30);
		String table = costs.table("ms").toString();
		assertThat(table).contains("| ms", "| gateway", "| together", "| spinning");
		String[] cells = table.lines().skip(2).findFirst().orElseThrow().split("\\|");
		double perAct = Double.parseDouble(cells[2].strip());
		// 400 ms for 40; other threads of this process count as well.
		assertThat(perAct).isGreaterThan(8);
		assertThat(cells[3].strip()).isEqualTo(cells[2].strip());
	}

	/** By the thread's own processor time: a busy machine only makes it take longer. */
	private static int spin() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long end = threads.getCurrentThreadCpuTime() + SPIN_NANOS;
		int rounds = 0;
		while (threads.getCurrentThreadCpuTime() < end) {
			rounds++;
		}
		return rounds;
	}

}

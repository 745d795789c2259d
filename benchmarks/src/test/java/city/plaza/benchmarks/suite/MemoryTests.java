package city.plaza.benchmarks.suite;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryTests {

	@Test
	void readsBothCounts() {
		Memory memory = Memory.read("""
				55d0-7ffd [rollup]
				Rss:              204800 kB
				Pss:              102400 kB
				Pss_Dirty:         51200 kB
				""");
		assertThat(memory.residentMegabytes()).isEqualTo(200);
		assertThat(memory.proportionalMegabytes()).isEqualTo(100);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void addsUpProcessesAndLeavesOutThoseThatHaveEnded() throws Exception {
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		Memory memory = Memory.of(List.of(ProcessHandle.current(), ended.toHandle()));
		assertThat(memory.proportionalMegabytes()).isPositive().isLessThanOrEqualTo(memory.residentMegabytes());
	}

}

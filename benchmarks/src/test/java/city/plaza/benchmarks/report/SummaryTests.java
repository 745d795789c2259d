package city.plaza.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTests {

	@TempDir
	Path directory;

	@Test
	void showsTheGoalsOfAllThatWasMeasured() throws IOException {
		Report bills = new Report("bills", "How near?", (line) -> {
		});
		bills.add(Figure.ratio("bills beside pgbench", "/s", 30, 100, Goal.atLeast(0.5)));
		bills.keep(this.directory);
		assertThat(Summary.of(this.directory, List.of("bills", "events"))).hasToString(
				"""
						| benchmark | figure               | unit | ours  | reference | ratio | goal         | reached      |
						| --------- | -------------------- | ---- | ----- | --------- | ----- | ------------ | ------------ |
						| bills     | bills beside pgbench | /s   | 30.00 | 100       | 0.300 | ratio >= 0.5 | no           |
						| events    |                      |      |       |           |       |              | not measured |""");
	}

}

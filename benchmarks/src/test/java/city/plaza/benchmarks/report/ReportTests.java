package city.plaza.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@TempDir
	Path directory;

	private final List<String> printed = new ArrayList<>();

	@Test
	void printsWhatItFindsAtOnceAndKeepsAllOfIt() throws IOException {
		Report report = new Report("capacity", "How many are served?", this.printed::add);
		report.add("## Pages");
		report.show(new Table("clients").row(1));
		assertThat(this.printed).containsExactly("How many are served?\n", "## Pages\n",
				"| clients |\n| ------- |\n| 1       |\n");
		Path kept = report.keep(this.directory.resolve("not/there/yet"));
		assertThat(kept).hasFileName("capacity.md");
		assertThat(Files.readString(kept)).startsWith("""
				# capacity

				How many are served?

				## Pages

				| clients |
				| ------- |
				| 1       |

				Measured on 2""").containsPattern("\\d{4}-\\d\\d-\\d\\d: \\d+ processors, Java 25").endsWith(".\n");
	}

	/** Numbers as they were measured: whoever compares two runs needs them all. */
	@Test
	void keepsTheSameForPrograms() throws IOException {
		Report report = new Report("bills", "How near?", this.printed::add);
		report.show(new Table("", "ratio", "p99 ms").row("ours", 0.123456, Double.NaN));
		report.keep(this.directory);
		JsonNode kept = JsonMapper.builder().build().readTree(this.directory.resolve("bills.json").toFile());
		assertThat(kept.required("name").asString()).isEqualTo("bills");
		assertThat(kept.required("found").get(0).asString()).isEqualTo("How near?");
		JsonNode row = kept.required("found").get(1).get(0);
		assertThat(row.required("").asString()).isEqualTo("ours");
		assertThat(row.required("ratio").asDouble()).isEqualTo(0.123456);
		assertThat(row.required("p99 ms").asString()).isEqualTo("NaN");
	}

	@Test
	void showsItsFiguresAndTheirGoalsAtTheEnd() throws IOException {
		Report report = new Report("bills", "How near?", this.printed::add);
		report.add(Figure.ratio("bills", "/s", 30, 100, Goal.atLeast(0.5)));
		report.add("Nothing else.");
		Path kept = report.keep(this.directory);
		assertThat(kept).content()
			.contains("Nothing else.\n\n| figure | unit | ours  | reference | ratio | goal         | reached |");
		JsonNode goals = JsonMapper.builder()
			.build()
			.readTree(this.directory.resolve("bills.json").toFile())
			.required("goals");
		assertThat(goals.get(0).required("reached").asString()).isEqualTo("no");
		assertThat(goals.get(0).required("ratio").asDouble()).isEqualTo(0.3);
	}

	@Test
	void replacesAnOlderReport() throws IOException {
		Path older = Files.writeString(this.directory.resolve("slow.md"), "older".repeat(1_000));
		new Report("slow", "When are they closed?", this.printed::add).keep(this.directory);
		assertThat(older).content().doesNotContain("older").startsWith("# slow");
	}

}

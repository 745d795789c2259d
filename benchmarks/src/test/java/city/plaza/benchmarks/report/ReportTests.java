package city.plaza.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

	@Test
	void replacesAnOlderReport() throws IOException {
		Path older = Files.writeString(this.directory.resolve("slow.md"), "older".repeat(1_000));
		new Report("slow", "When are they closed?", this.printed::add).keep(this.directory);
		assertThat(older).content().doesNotContain("older").startsWith("# slow");
	}

}

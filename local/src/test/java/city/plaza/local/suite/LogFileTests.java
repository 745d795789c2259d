package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	@TempDir
	Path directory;

	@Test
	void givesTheLastLines() throws IOException {
		Path file = Files.writeString(this.directory.resolve("a.log"), "one\ntwo\nthree\n");
		assertThat(new LogFile(file).tail(2)).containsExactly("two", "three");
		assertThat(new LogFile(file).tail(9)).containsExactly("one", "two", "three");
	}

	@Test
	void givesNothingWhereThereIsNoLog() {
		assertThat(new LogFile(this.directory.resolve("none.log")).tail(5)).isEmpty();
	}

	@Test
	void movesALargeLogAside() throws IOException {
		Path file = Files.writeString(this.directory.resolve("a.log"), "x".repeat(10_000_001));
		new LogFile(file).bound();
		assertThat(file).isEmptyFile();
		assertThat(this.directory.resolve("a.log.1")).hasSize(10_000_001);
	}

	@Test
	void leavesASmallLogAlone() throws IOException {
		Path file = Files.writeString(this.directory.resolve("a.log"), "small");
		new LogFile(file).bound();
		assertThat(file).hasContent("small");
	}

}

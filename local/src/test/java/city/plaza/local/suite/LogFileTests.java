package city.plaza.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	private static final int LARGE = 10_000_000;

	@TempDir
	Path directory;

	@Test
	void givesTheLastLines() throws IOException {
		LogFile log = log("one\ntwo\r\n\nthree\n");
		assertThat(log.tail(2)).containsExactly("", "three");
		assertThat(log.tail(9)).containsExactly("one", "two", "", "three");
		assertThat(log.tail(0)).isEmpty();
	}

	@Test
	void givesALineThatHasNotEnded() throws IOException {
		assertThat(log("one\ntw").tail(2)).containsExactly("one", "tw");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none.log", "directory", "no/such/directory/a.log" })
	void givesNothingWhereThereIsNoLog(String name) throws IOException {
		Files.createDirectories(this.directory.resolve("directory"));
		LogFile log = new LogFile(this.directory.resolve(name));
		assertThat(log.tail(5)).isEmpty();
		log.bound();
	}

	/** The last kilobytes may begin in the midst of a line, even of a character. */
	@Test
	void givesWholeLinesOfALongLog() throws IOException {
		String line = "\u20ac".repeat(333);
		List<String> tail = log((line + "\n").repeat(100)).tail(1_000);
		assertThat(tail).hasSizeBetween(10, 17).containsOnly(line);
	}

	@Test
	void givesTheEndOfALineThatIsLongerThanAllItReads() throws IOException {
		assertThat(log("x".repeat(100_000) + "the reason").tail(5)).singleElement()
			.asString()
			.endsWith("the reason")
			.hasSizeLessThan(20_000);
	}

	@Test
	void showsWhatIsNoTextAsWellAsItCan() throws IOException {
		LogFile log = log("");
		Files.write(log.path(), new byte[] { 'a', (byte) 0xff, 0, '\n', 27, '[', 'm' });
		assertThat(log.tail(5)).containsExactly("a\ufffd\0", "\u001b[m");
	}

	@Test
	void movesALargeLogAsideOverAnOlderOne() throws IOException {
		LogFile log = log("x".repeat(LARGE + 1));
		Files.writeString(this.directory.resolve("a.log.1"), "older");
		log.bound();
		assertThat(log.path()).isEmptyFile();
		assertThat(this.directory.resolve("a.log.1")).hasSize(LARGE + 1);
	}

	@Test
	void leavesALogOfJustTheSizeAlone() throws IOException {
		LogFile log = log("x".repeat(LARGE));
		log.bound();
		assertThat(log.path()).hasSize(LARGE);
		assertThat(this.directory.resolve("a.log.1")).doesNotExist();
	}

	/** The program has the file open, for appending, and is not started anew. */
	@Test
	void letsTheProgramGoOnAtTheStart() throws IOException {
		LogFile log = log("x".repeat(LARGE + 1));
		try (var program = Files.newOutputStream(log.path(), StandardOpenOption.APPEND)) {
			log.bound();
			program.write("next\n".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(log.path()).hasContent("next\n");
	}

	private LogFile log(String content) throws IOException {
		return new LogFile(Files.writeString(this.directory.resolve("a.log"), content));
	}

}

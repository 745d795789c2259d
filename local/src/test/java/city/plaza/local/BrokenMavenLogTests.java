package city.plaza.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logs of a Maven that was killed, that prints otherwise, or whose tests print anything.
 */
class BrokenMavenLogTests {

	private static final String MODULE = """
			10:00:00.000 [INFO] -------------------< city.plaza:plaza-portal >-----------------
			10:00:00.000 [INFO] Building Portal 0.1.0-SNAPSHOT [1/2]
			""";

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n\n", "Error: JAVA_HOME is not defined correctly.\n",
			"[INFO] Scanning for projects...\n", "10:00:00.000 [INFO] Building Portal 0.1\n" })
	void findsNoModuleWhereThereIsNone(String log) throws IOException {
		assertThat(read(log)).containsExactly("0|reading the modules");
		assertThat(read(log, "code=1")).containsExactly("0|errors");
		assertThat(read(log, "code=1", "tests=true")).containsExactly("0|errors");
		assertThat(read(log, "code=0", "tests=true")).containsExactly("0|");
	}

	@Test
	void showsAModuleThatWasKilledAsFailed() throws IOException {
		String log = MODULE + "10:00:07.500 [INFO] Running city.plaza.portal.bill.BillPagesTests\n10:00:0";
		assertThat(read(log, "code=137")).containsExactly("[1/2] portal ... FAILED after 7.5 s", "1|errors");
		assertThat(read(log, "code=137", "tests=true")).contains(
				"portal                        0         7.5 s  FAILED", "Not tested, for one before failed: 1 more");
	}

	@Test
	void countsTimePastMidnight() throws IOException {
		assertThat(read("""
				23:59:59.000 [INFO] -------------------< city.plaza:plaza-portal >-----------------
				23:59:59.000 [INFO] Building Portal 0.1.0-SNAPSHOT
				00:01:00.500 [INFO] BUILD SUCCESS
				""", "code=0")).containsExactly("[1/1] portal ... 1 min 1 s", "1|");
	}

	@Test
	void readsACommaInTheTimeAndLinesOfWindows() throws IOException {
		assertThat(
				read(MODULE.replace(".000 [", ",000 [").replace("\n", "\r\n") + "10:00:02,250 [INFO] BUILD SUCCESS\r\n",
						"code=0"))
			.containsExactly("[1/2] portal ... 2.2 s", "1|");
	}

	/** A test that prints what Maven prints is not believed to be a class of tests. */
	@Test
	void takesTheOutputOfATestForNothingElse() throws IOException {
		List<String> lines = read(MODULE + """
				Running city.plaza.portal.FakeTests
				[INFO] Running
				10:00:01.000 [INFO] Running city.plaza.portal.RealTests
				Tests run: 9, Failures: 9, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in city.plaza.portal.FakeTests
				%s %d ${x} `id` $(id) \\ \" ' | & ; <b> \u001b[31m
				10:00:02.000 [INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in \
				city.plaza.portal.RealTests
				10:00:02.500 [INFO] BUILD SUCCESS
				""", "code=0", "tests=true");
		assertThat(lines).contains("1 passed, 0 failed, 0 skipped").noneMatch((line) -> line.contains("FakeTests"));
	}

	@Test
	void cutsALongFailureAndALongLine() throws IOException {
		String failure = MODULE + """
				10:00:01.000 [ERROR] Tests run: 1, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in \
				city.plaza.portal.PageTests
				10:00:01.000 [ERROR] city.plaza.portal.PageTests.shows -- Time elapsed: 0.1 s <<< FAILURE!
				""" + "x".repeat(5_000) + "\n" + "line\n".repeat(500);
		List<String> lines = read(failure, "code=1", "tests=true");
		assertThat(lines).hasSizeLessThan(70).contains("            ...").allMatch((line) -> line.length() <= 312);
		assertThat(lines).filteredOn("            line"::equals).hasSize(39);
	}

	/**
	 * The lines shown so far have to be found again in a longer log, or some would be
	 * shown twice and others never.
	 */
	@Test
	void addsLinesAtTheEndAloneWhateverIsInTheLog() throws IOException {
		long seed = 20_261_129;
		Random random = new Random(seed);
		List<String> whole = Files.readAllLines(Path.of("src/test/resources/maven.log"));
		for (int round = 0; round < 12; round++) {
			StringBuilder log = new StringBuilder();
			for (String line : whole) {
				int kind = random.nextInt(8);
				String broken = (kind == 0) ? line.substring(random.nextInt(line.length() + 1)) : line;
				log.append((kind == 1) ? "" : broken).append((kind == 2) ? "\r\n" : "\n");
			}
			int some = random.nextInt(whole.size());
			List<String> before = read(log.toString(), "tests=true", "upto=" + some);
			List<String> after = read(log.toString(), "tests=true", "code=1");
			assertThat(after.subList(0, before.size() - 1)).as("seed %d, round %d", seed, round)
				.isEqualTo(before.subList(0, before.size() - 1));
		}
	}

	private List<String> read(String log, String... variables) throws IOException {
		Path file = Files.write(this.directory.resolve("maven.log"), log.getBytes(StandardCharsets.UTF_8));
		return ProgressScript.read(file, variables);
	}

}

package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final Path LOG = Path.of("src/test/resources/maven.log");

	@Test
	void showsEachModuleOfABuildWithItsTime() throws IOException {
		assertThat(ProgressScript.read(LOG, "code=1")).containsExactly("[1/3] contracts ... 2.4 s",
				"[2/3] platform/problem ... FAILED after 1 min 19 s", "2|errors");
	}

	@Test
	void showsEachTestClassAndTheMessagesOfItsFailures() throws IOException {
		assertThat(ProgressScript.read(LOG, "tests=true", "code=1")).startsWith("[1/3] contracts",
				"[2/3] platform/problem",
				"  ok      ProblemAnswersTests                  40 tests     4.3 s, 1 skipped",
				"  FAILED  FormatTests                           3 tests 17 min 46 s",
				"          FormatTests.takes(String)[1]", "            expected:", "              \"three\"",
				"             but was:", "              \"one\"",
				"            at city.plaza.platform.problem.FormatTests.takes(FormatTests.java:16)",
				"          FormatTests.starts", "            java.lang.IllegalStateException: does not start",
				"            at city.plaza.platform.problem.FormatTests.starts(FormatTests.java:21)",
				"            Caused by: java.lang.IllegalArgumentException: no port");
	}

	@Test
	void endsTestsWithATableAndWhatFailed() throws IOException {
		assertThat(ProgressScript.read(LOG, "tests=true", "code=1")).endsWith("",
				"module                    tests          time", "contracts                     0         2.4 s",
				"platform/problem             43    1 min 19 s  2 failed  1 skipped",
				"total                        43    1 min 22 s", "Not tested, for one before failed: 1 more", "",
				"Failed:", "  FormatTests.takes(String)[1] (platform/problem)",
				"  FormatTests.starts (platform/problem)", "", "40 passed, 2 failed, 1 skipped", "26|");
	}

	@Test
	void knowsWhatMavenIsDoing() throws IOException {
		assertThat(ProgressScript.read(LOG, "upto=2")).containsExactly("0|reading the modules");
		assertThat(ProgressScript.read(LOG, "upto=16")).containsExactly("[1/3] contracts ... 2.4 s",
				"1|[2/3] platform/problem, downloaded 2 files, 1 MB, downloading large-1.jar");
		assertThat(ProgressScript.read(LOG, "upto=18", "tests=true"))
			.endsWith("2|[2/3] platform/problem: ProblemAnswersTests, downloaded 3 files, 72 MB");
	}

	@Test
	void findsTheSameLinesAgainAndWritesTheNewOnes() throws IOException {
		List<String> all = ProgressScript.read(LOG, "tests=true", "code=1");
		List<String> inSteps = new ArrayList<>();
		long lines = Files.readAllLines(LOG).size();
		for (int line = 1; line <= lines; line++) {
			List<String> step = ProgressScript.read(LOG, "tests=true", "upto=" + line, "seen=" + inSteps.size());
			inSteps.addAll(step.subList(0, step.size() - 1));
		}
		assertThat(all).startsWith(inSteps.toArray(String[]::new));
		assertThat(inSteps).hasSize(14);
	}

	@Test
	void asksForTheErrorsWhereMavenFailedOtherThanByATest(@TempDir Path directory) throws IOException {
		Path log = Files.writeString(directory.resolve("maven.log"), """
				10:00:00.000 [INFO] -------------------< city.plaza:plaza-gateway >-----------------
				10:00:00.000 [INFO] Building Gateway 0.1.0-SNAPSHOT
				10:00:01.000 [ERROR] COMPILATION ERROR :
				10:00:01.500 [INFO] BUILD FAILURE
				""");
		assertThat(ProgressScript.read(log, "code=1")).containsExactly("[1/1] gateway ... FAILED after 1.5 s",
				"1|errors");
		assertThat(ProgressScript.read(log, "tests=true", "code=1"))
			.contains("gateway                       0         1.5 s  FAILED")
			.endsWith("0 passed, 0 failed, 0 skipped", "7|errors");
	}

	@Test
	void namesTheModuleOfEachClassWhereTwoAreTestedSideBySide(@TempDir Path directory) throws IOException {
		Path log = Files.writeString(directory.resolve("maven.log"), """
				10:00:00.000 [INFO] -------------------< city.plaza:plaza-platform-events >-----------------
				10:00:00.000 [INFO] Building Platform: events 0.1.0-SNAPSHOT [1/3]
				10:00:01.000 [INFO] -------------------< city.plaza:plaza-account-link-service >-----------------
				10:00:01.000 [INFO] Building Account link service 0.1.0-SNAPSHOT [2/3]
				10:00:02.000 [INFO] Running city.plaza.platform.events.outbox.RelayTests
				10:00:02.000 [INFO] Running city.plaza.accountlink.link.LinkTests
				10:00:03.000 [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in \
				city.plaza.platform.events.outbox.RelayTests
				10:00:13.000 [ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in \
				city.plaza.accountlink.link.LinkTests
				10:00:13.000 [ERROR] city.plaza.accountlink.link.LinkTests.links -- Time elapsed: 0.1 s <<< FAILURE!
				10:00:14.000 [INFO] Reactor Summary for Plaza 0.1.0-SNAPSHOT:
				10:00:14.000 [INFO] Platform: events ............................ SUCCESS [01:48 min]
				10:00:14.000 [INFO] Account link service ........................ FAILURE [ 12.286 s]
				10:00:14.000 [INFO] BUILD FAILURE
				""");
		assertThat(ProgressScript.read(log, "tests=true", "upto=6"))
			.endsWith("2|[2/3] account-link-service: LinkTests, RelayTests");
		assertThat(ProgressScript.read(log, "tests=true", "code=1")).contains(
				"platform/events               4    1 min 48 s",
				"account-link-service          2        12.3 s  1 failed", "  LinkTests.links (account-link-service)");
	}

	@Test
	void countsTwoModulesThatBeginAtOneMoment(@TempDir Path directory) throws IOException {
		Path log = Files.writeString(directory.resolve("maven.log"), """
				10:00:00.000 [INFO] -------------------< city.plaza:plaza-gateway >-----------------
				10:00:00.000 [INFO] -------------------< city.plaza:plaza-portal >-----------------
				10:00:00.000 [INFO] Building Gateway 0.1.0-SNAPSHOT [1/2]
				10:00:00.000 [INFO] Building Portal 0.1.0-SNAPSHOT [2/2]
				10:00:03.000 [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in \
				city.plaza.gateway.route.RouteTests
				10:00:14.000 [INFO] BUILD SUCCESS
				""");
		assertThat(ProgressScript.read(log, "tests=true", "code=0")).contains("[1/2] gateway", "[2/2] portal")
			.anyMatch((line) -> line.startsWith("gateway                       4"))
			.noneMatch((line) -> line.startsWith("Not tested"));
	}

}

package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.PlazaScript.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlazaScriptTests {

	private static final String EVERYTHING = "discovery,gateway,identity-service,account-link-service,billing-service,"
			+ "notification-service,portal,inbox,sign-in-provider,demo,local";

	@TempDir
	static Path shared;

	/** Has been built, and is left so. */
	private static PlazaScript built;

	@TempDir
	Path directory;

	private PlazaScript plaza;

	@BeforeAll
	static void build() throws Exception {
		built = new PlazaScript(shared);
		assertThat(built.run("build").code()).isZero();
	}

	@BeforeEach
	void makeTree() throws IOException {
		this.plaza = new PlazaScript(this.directory);
	}

	@ParameterizedTest
	@ValueSource(strings = { "help", "-h", "--help", "" })
	void explainsEveryCommandItKnows(String command) throws Exception {
		Outcome help = command.isEmpty() ? this.plaza.run() : this.plaza.run(command);
		assertThat(help.code()).isZero();
		assertThat(help.output()).contains("./plaza up [--reset]", "./plaza down", "./plaza status",
				"./plaza logs NAME", "./plaza info [--json]", "./plaza demo", "./plaza build", "./plaza test",
				"./plaza bench");
	}

	@Test
	void namesACommandThatItDoesNotKnow() throws Exception {
		Outcome outcome = this.plaza.run("upp");
		assertThat(outcome.code()).isEqualTo(2);
		assertThat(outcome.output()).isEmpty();
		assertThat(outcome.errors()).startsWith("There is no command upp.").contains("./plaza up ");
	}

	@ParameterizedTest
	@CsvSource({ "up, --resett", "up, -reset", "down, --reset", "status, --json", "info, --jsn", "info, json" })
	void refusesAnOptionThatTheCommandDoesNotHave(String command, String option) throws Exception {
		Outcome outcome = this.plaza.run(command, option);
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.errors())
			.isEqualTo("./plaza " + command + " does not know " + option + "; see ./plaza help.\n");
		assertThat(this.plaza.builds()).isEmpty();
	}

	@Test
	void namesTheLogsThatThereAre() throws Exception {
		assertThat(this.plaza.run("logs")).satisfies((none) -> {
			assertThat(none.code()).isEqualTo(1);
			assertThat(none.errors()).startsWith("Which log?");
		});
		Path logs = Files.createDirectories(this.plaza.home.resolve("logs"));
		Files.writeString(logs.resolve("portal.log"), "line\n".repeat(600) + "last\n");
		Files.writeString(logs.resolve("kafka.log"), "");
		Files.writeString(logs.resolve("kafka.log.1"), "");
		assertThat(this.plaza.run("logs").errors()).isEqualTo("Which log? kafka portal \n");
		assertThat(this.plaza.run("logs", "postgres").errors())
			.isEqualTo("There is no log of postgres; there is one of: kafka portal \n");
		assertThat(this.plaza.run("logs", "portal").output()).hasLineCount(500).endsWith("last\n");
	}

	@ParameterizedTest
	@CsvSource({ "3.8.5, 3.8.5", "3.6.3, 3.6.3", "2.2.1, 2.2.1", "unreadable, of no known version" })
	void refusesAMavenThatIsTooOld(String version, String named) throws Exception {
		this.plaza.maven(version, "");
		Outcome outcome = this.plaza.run("build");
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.errors()).contains("Maven 3.8.6 or newer").contains(named + ".");
	}

	@Test
	void buildsWhatIsStaleAndNothingElse() throws Exception {
		this.plaza.maven("3.8.6", PlazaScript.BUILDS);
		assertThat(this.plaza.run("build").code()).isZero();
		this.plaza.write("portal/src/test/PortalTests.java", "a test is in no jar");
		this.plaza.write("portal/target/src/main/Generated.java", "nor is what a build leaves");
		assertThat(this.plaza.run("build").output()).isEmpty();
		this.plaza.write("portal/src/main/Main.java", "changed");
		this.plaza.write("client/src/main/Client.java", "changed, and the demo holds it");
		assertThat(this.plaza.run("build").output()).startsWith("Building portal,demo ...");
		this.plaza.write("portal/src/styles/portal.scss", "of which the build makes a style sheet");
		assertThat(this.plaza.run("build").output()).startsWith("Building portal ...");
		this.plaza.maven("4.0.0-rc-4", PlazaScript.BUILDS);
		this.plaza.write("contracts/topic/sample.json", "{\"all\": \"share it\"}");
		this.plaza.run("build");
		assertThat(this.plaza.builds()).containsExactly(EVERYTHING, "portal,demo", "portal", EVERYTHING);
	}

	@Test
	void saysWhereTheErrorsOfABuildStandAndTriesAgainNextTime() throws Exception {
		this.plaza.maven("3.9.11", "echo '[ERROR] Main.java:[1,1] not a statement -> [Help 1]'; exit 1");
		for (int attempt = 1; attempt <= 2; attempt++) {
			Outcome outcome = this.plaza.run("build");
			assertThat(outcome.code()).isEqualTo(1);
			assertThat(outcome.errors()).contains("[ERROR] Main.java:[1,1] not a statement\n")
				.contains("The build failed; all of it is in " + this.plaza.home.resolve("logs/build.log"))
				.doesNotContain("[Help 1]");
			assertThat(this.plaza.builds()).hasSize(attempt);
		}
	}

	@Test
	void passesOverAJavaOfAnotherVersion() throws Exception {
		Path old = built.jdk("old", "21.0.9", "echo too old");
		Path right = built.jdk("right", "25", "echo the right one");
		Map<String, String> environment = Map.of("JAVA_HOME", old.toString(), "PATH",
				right.resolve("bin") + ":" + shared.resolve("tools/bin") + ":" + System.getenv("PATH"));
		assertThat(built.run(environment, "status").output()).endsWith("the right one\n");
	}

	@Test
	void startsJavaWithTheMarkOfItsHomeFirst() throws Exception {
		built.java("25.0.1", PlazaScript.ECHO);
		List<String> command = built.run("info", "--json").output().lines().toList();
		assertThat(command).startsWith("-Dplaza.process=info@" + built.home.toRealPath())
			.contains("-Dplaza.terminal=false")
			.endsWith("city.plaza.local.Plaza", "info", "--json");
	}

	@Test
	void looksForARelativeHomeWhereTheUserIs() throws Exception {
		built.java("25.0.1", PlazaScript.ECHO);
		assertThat(built.run(Map.of("PLAZA_HOME", "my data/x"), "info").output())
			.startsWith("-Dplaza.process=info@" + shared.toRealPath().resolve("tools/my data/x") + "\n");
	}

	/**
	 * A supervisor that was killed leaves its state, by which another seemed to be up at
	 * once.
	 */
	@Test
	void detachesOnlyOnceItsOwnSuiteIsUp() throws Exception {
		built.java("25.0.1", """
				echo Starting; test -e "$PLAZA_HOME/run/suite.json" && sleep 0.5; mkdir -p "$PLAZA_HOME/run"
				echo "$$ TERM SERVER" >"$PLAZA_HOME/run/supervisor.pid"; echo Up
				echo '{"ready":true}' >"$PLAZA_HOME/run/suite.json"
				for n in 1 2 3 4 5 6 7 8 9; do test -e "$PLAZA_HOME/end" || sleep 1; done""");
		Path run = Files.createDirectories(built.home.resolve("run"));
		Files.writeString(run.resolve("suite.json"), "{\"ready\":true}");
		Files.writeString(run.resolve("supervisor.pid"), "1 TERM SERVER\n");
		Outcome outcome = built.run("up", "--detach");
		Files.createFile(built.home.resolve("end"));
		assertThat(outcome.code()).isZero();
		assertThat(outcome.output()).endsWith("Starting\nUp\n");
	}

	@Test
	void reportsADetachedSuiteThatDoesNotComeUp() throws Exception {
		built.java("25.0.1", "echo Port 8080 is in use; exit 1");
		Outcome outcome = built.run("up", "--detach");
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.output()).endsWith("Port 8080 is in use\n");
	}

	@Test
	void knowsThatThereIsNoSuchBenchmarkBeforeItStartsASuite() throws Exception {
		this.plaza.java("25.0.1", "case \"$*\" in *Benchmarks) echo 'capacity   How many?' ;; *) exit 9 ;; esac");
		Outcome outcome = this.plaza.run("bench", "capacitty");
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.errors()).isEqualTo("There is no benchmark capacitty; ./plaza bench lists them.\n");
	}

}

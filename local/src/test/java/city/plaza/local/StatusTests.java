package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.suite.Condition;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.StateFile;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands {@code status} and {@code down}. */
class StatusTests {

	private static final String RUNS_ON = "echo up; while :; do sleep 0.05; done";

	@TempDir
	Path directory;

	private final List<Process> started = new ArrayList<>();

	private final Screen screen = new Screen(false);

	private Place place;

	@BeforeEach
	void createHome() throws IOException {
		this.place = new Place(this.directory, new Home(this.directory.resolve("my data")), new Ports(0), false);
		this.place.home().create();
	}

	@AfterEach
	void endAll() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	void isNotRunningWhereNothingRuns() {
		assertThat(status()).isEqualTo(3);
		assertThat(this.screen.lines()).containsExactly("Plaza does not run here.");
	}

	@Test
	void saysWhatToDoWhereTheSupervisorWasKilled() throws IOException {
		write(true);
		assertThat(status()).isEqualTo(3);
		assertThat(this.screen.lines()).singleElement()
			.asString()
			.contains("supervisor is gone")
			.contains("./plaza down");
	}

	@ParameterizedTest
	@CsvSource({ "true, 0, Plaza is up.", "false, 3, Plaza is starting or stopping." })
	void showsEveryProgramOfTheSuiteThatRuns(boolean ready, int code, String end) throws IOException {
		process("supervisor", "SERVER");
		write(ready);
		assertThat(status()).isEqualTo(code);
		assertThat(this.screen.lines()).containsExactly(
				"account-link-service   restarting  port 18082  process 0        restarts 12",
				"portal                 ready       port 18085  process 4711     restarts 0", end);
	}

	@Test
	void isStartingWhileThereIsNoStateYet() throws IOException {
		process("supervisor", "SERVER");
		assertThat(status()).isEqualTo(3);
		Files.writeString(this.place.home().state(), "{\"ready\":true,");
		assertThat(status()).isEqualTo(3);
		assertThat(this.screen.lines()).containsOnly("Plaza is starting or stopping.");
	}

	@Test
	void downSaysThatNothingRuns() throws IOException {
		assertThat(new Down(this.place, this.screen.terminal()).run()).isZero();
		assertThat(this.screen.lines()).containsExactly("Plaza does not run here.");
	}

	@Test
	void downStopsTheSupervisorAndWhatItLeft() throws Exception {
		Process supervisor = process("supervisor", "SERVER");
		Process portal = process("portal", "SERVICE");
		write(true);
		assertThat(new Down(this.place, this.screen.terminal()).run()).isZero();
		assertThat(this.screen.lines()).containsExactly("Stopped orphaned processes: portal.", "Plaza is stopped.");
		assertThat(supervisor.waitFor()).isEqualTo(143);
		assertThat(portal.waitFor()).isEqualTo(143);
		assertThat(status()).isEqualTo(3);
		assertThat(this.screen.lines()).last().isEqualTo("Plaza does not run here.");
	}

	private int status() {
		return new Status(this.place, this.screen.terminal()).run();
	}

	private void write(boolean ready) throws IOException {
		new StateFile(this.place.home()).write(new StateFile.State(ready, 0,
				List.of(new ProgramStatus("account-link-service", 0, 18_082, Condition.RESTARTING, 12, 0),
						new ProgramStatus("portal", 4711, 18_085, Condition.READY, 0, 5_400))));
	}

	private Process process(String name, String layer) throws IOException {
		Process process = new ProcessBuilder("/bin/sh", "-c", RUNS_ON, this.place.home().marker(name)).start();
		this.started.add(process);
		process.inputReader().readLine();
		Files.writeString(this.place.home().run().resolve(name + ".pid"), process.pid() + " TERM " + layer);
		return process;
	}

}

package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SupervisorTests {

	private static final String RUNS_ON = "while :; do sleep 0.1; done";

	@TempDir
	Path directory;

	private final List<String> changes = new CopyOnWriteArrayList<>();

	private final List<Supervisor> started = new CopyOnWriteArrayList<>();

	private Home home;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory);
		this.home.create();
	}

	@AfterEach
	void stopAll() throws InterruptedException {
		for (Supervisor supervisor : this.started) {
			supervisor.stop();
		}
	}

	@Test
	void restartsWhatWasKilledAndReportsIt() throws Exception {
		Supervisor supervisor = supervisor(new ShellProgram("portal", 1, RUNS_ON));
		supervisor.start();
		long first = supervisor.statuses().getFirst().pid();
		ProcessHandle.of(first).orElseThrow().destroyForcibly();
		await().untilAsserted(() -> assertThat(supervisor.statuses().getFirst()).satisfies(status -> {
			assertThat(status.state()).isEqualTo(Condition.READY);
			assertThat(status.restarts()).isEqualTo(1);
			assertThat(status.pid()).isNotEqualTo(first);
		}));
		assertThat(this.changes).contains("portal RESTARTING ended with exit code 137");
	}

	@Test
	void endsTheGatewayFirstAndTheServersLastAndLeavesNothing() throws Exception {
		Supervisor supervisor = supervisor(new ShellProgram("postgres", 1, RUNS_ON, Layer.SERVER, ""),
				new ShellProgram("portal", 2, RUNS_ON, Layer.SERVICE, ""),
				new ShellProgram("gateway", 3, RUNS_ON, Layer.GATEWAY, ""));
		supervisor.start();
		List<ProcessHandle> processes = supervisor.statuses()
			.stream()
			.map(status -> ProcessHandle.of(status.pid()).orElseThrow())
			.toList();
		supervisor.stop();
		assertThat(processes).noneMatch(ProcessHandle::isAlive);
		assertThat(this.changes.stream().filter(change -> change.contains("STOPPED")))
			.containsExactly("gateway STOPPED ", "portal STOPPED ", "postgres STOPPED ");
		assertThat(this.home.run()).isEmptyDirectory();
	}

	@Test
	void killsWhatDoesNotEndWhenAsked() throws Exception {
		Supervisor supervisor = supervisor(new StubbornProgram());
		supervisor.start();
		ProcessHandle process = ProcessHandle.of(supervisor.statuses().getFirst().pid()).orElseThrow();
		await().until(() -> Files.exists(this.directory.resolve("deaf")));
		supervisor.stop();
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void givesUpOnAProgramThatCannotStartAndKeepsItsLastWords() {
		Supervisor supervisor = supervisor(new Broken("billing-service"));
		assertThatThrownBy(supervisor::start).isInstanceOfSatisfying(StartFailed.class,
				ex -> assertThat(ex.program()).isEqualTo("billing-service"));
		assertThat(LogFile.of(this.home, "billing-service").tail(1)).containsExactly("the reason");
	}

	@Test
	void stopsTheProcessesOfAKilledSupervisor() throws Exception {
		Process left = new ProcessBuilder("/bin/sh", "-c", RUNS_ON, this.home.marker("portal")).start();
		PidFile.of(this.home, "portal").write(left.pid(), "TERM", Layer.SERVICE);
		assertThat(OrphanedProcesses.stop(this.home)).containsExactly("portal");
		assertThat(left.isAlive()).isFalse();
		assertThat(this.home.run()).isEmptyDirectory();
	}

	@Test
	void doesNotStopAnotherProcessWithTheSameId() throws Exception {
		Process other = new ProcessBuilder("/bin/sh", "-c", RUNS_ON, this.home.marker("portal") + "-of-another")
			.start();
		try {
			PidFile.of(this.home, "portal").write(other.pid(), "TERM", Layer.SERVICE);
			assertThat(OrphanedProcesses.stop(this.home)).isEmpty();
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	private Supervisor supervisor(Program... programs) {
		Supervisor supervisor = new Supervisor(this.home, List.of(programs),
				(status, note) -> this.changes.add(status.name() + " " + status.state() + " " + note),
				Duration.ofSeconds(20), Duration.ofMillis(1));
		this.started.add(supervisor);
		return supervisor;
	}

	private final class StubbornProgram implements Program {

		@Override
		public String name() {
			return "kafka";
		}

		@Override
		public int port() {
			return 1;
		}

		@Override
		public Layer layer() {
			return Layer.SERVER;
		}

		@Override
		public List<String> command() {
			return List.of("/bin/sh", "-c",
					"trap '' TERM; touch " + SupervisorTests.this.directory.resolve("deaf") + "; " + RUNS_ON);
		}

		@Override
		public boolean ready() {
			return true;
		}

		@Override
		public Duration stopTimeout() {
			return Duration.ofMillis(300);
		}

	}

	private record Broken(String name) implements Program {

		@Override
		public int port() {
			return 1;
		}

		@Override
		public Layer layer() {
			return Layer.SERVICE;
		}

		@Override
		public List<String> command() {
			return List.of("/bin/sh", "-c", "echo the reason; exit 3");
		}

		@Override
		public boolean ready() {
			return false;
		}

	}

}

package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class FailingProgramTests {

	@TempDir
	Path directory;

	private final List<String> changes = new CopyOnWriteArrayList<>();

	private final List<Long> pids = new CopyOnWriteArrayList<>();

	private Home home;

	private Supervisor supervisor;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory.resolve("with spaces"));
		this.home.create();
	}

	@AfterEach
	void leavesNoProcess() throws InterruptedException {
		if (this.supervisor != null) {
			this.supervisor.stop();
		}
		assertThat(this.pids).noneMatch((pid) -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "exit 0, 0", "exit 3, 3", "kill -KILL $$, 137", "kill -SEGV $$, 139", "no-such-command, 127" })
	void isGivenUpAfterThreeTriesWithTheWayItEnded(String script, int code) {
		TestProgram portal = new TestProgram("portal", script).whenAsked((time) -> {
			throw new IOException("not yet");
		});
		assertThatThrownBy(() -> start(portal)).isInstanceOf(StartFailed.class).hasMessage("portal did not come up");
		assertThat(portal.prepared).hasValue(3);
		assertThat(this.changes).filteredOn((change) -> !change.startsWith("STARTING"))
			.containsExactly("RESTARTING ended with exit code " + code, "RESTARTING ended with exit code " + code,
					"FAILED ended with exit code " + code);
		assertThat(this.home.run()).isEmptyDirectory();
	}

	@Test
	void isGivenUpAtOnceWhereTheUserHasToDoSomething() {
		TestProgram postgres = new TestProgram("postgres", TestProgram.RUNS_ON).preparing((time) -> {
			throw new UsageException("run plaza as an ordinary user.");
		});
		assertThatThrownBy(() -> start(postgres)).isInstanceOf(StartFailed.class);
		assertThat(postgres.prepared).hasValue(1);
		assertThat(this.changes).containsExactly("FAILED run plaza as an ordinary user.");
	}

	/** The thread of the program ended, and the start waited for it for ever. */
	@Test
	void isGivenUpWhereItsPreparationBreaksInAnUnknownWay() {
		TestProgram kafka = new TestProgram("kafka", TestProgram.RUNS_ON).preparing((time) -> {
			throw new IllegalStateException("broken");
		});
		assertThatThrownBy(() -> start(kafka)).isInstanceOf(StartFailed.class);
		assertThat(this.changes).last().isEqualTo("FAILED java.lang.IllegalStateException: broken");
	}

	@Test
	void isStartedAgainWhereItCannotBeAsked() throws StartFailed {
		TestProgram inbox = new TestProgram("inbox", TestProgram.RUNS_ON).whenAsked((time) -> {
			if (time == 1) {
				throw new IllegalStateException("broken");
			}
		});
		start(inbox);
		assertThat(this.changes).contains("RESTARTING java.lang.IllegalStateException: broken")
			.last()
			.isEqualTo("READY ");
		assertThat(this.pids).hasSize(2);
		assertThat(ProcessHandle.of(this.pids.getFirst())).isEmpty();
	}

	/**
	 * The disk is full, say: the process would go on with its ports, and nobody knew it.
	 */
	@Test
	void isNotLeftRunningWhereItCannotBeRecorded() {
		Path pid = this.directory.resolve("pid");
		TestProgram portal = new TestProgram("portal", "echo $$ >'" + pid + "'; " + TestProgram.RUNS_ON)
			.preparing((time) -> {
				Home.delete(this.home.run());
				Files.writeString(this.home.run(), "in the way");
			});
		assertThatThrownBy(() -> start(portal)).isInstanceOf(StartFailed.class);
		assertThat(this.changes).last().asString().startsWith("FAILED java.nio.file.");
		// It may have ended before it could write the file, or its line.
		assertThat(pid).satisfiesAnyOf((none) -> assertThat(none).doesNotExist(),
				(created) -> assertThat(created).isEmptyFile(),
				(written) -> assertThat(ProcessHandle.of(Long.parseLong(Files.readString(written).strip()))).isEmpty());
	}

	@Test
	void saysWhatIsTheMatterWithAPath() {
		TestProgram portal = new TestProgram("portal", "exit 0").preparing((time) -> {
			throw new NoSuchFileException("/jars/portal.jar");
		});
		assertThatThrownBy(() -> start(portal)).isInstanceOf(StartFailed.class);
		assertThat(this.changes).last().isEqualTo("FAILED java.nio.file.NoSuchFileException: /jars/portal.jar");
	}

	@Test
	void isStoppedWhereItDoesNotServeInTime() {
		this.supervisor = supervisor(Duration.ZERO, new TestProgram("portal", TestProgram.RUNS_ON).whenAsked((time) -> {
			throw new IOException("connection refused");
		}));
		assertThatThrownBy(this.supervisor::start).isInstanceOf(StartFailed.class);
		assertThat(this.changes).last().isEqualTo("FAILED not ready after 0 s");
		assertThat(this.pids).hasSize(1);
	}

	@Test
	void isWaitedForNoLongerOnceAStopIsRequested() throws InterruptedException {
		this.supervisor = supervisor(Duration.ofMinutes(10),
				new TestProgram("portal", TestProgram.RUNS_ON).whenAsked((time) -> {
					throw new IOException("not yet");
				}));
		Thread start = Thread.ofPlatform().start(() -> assertThatThrownBy(this.supervisor::start));
		await().until(() -> !this.pids.isEmpty());
		this.supervisor.stop();
		start.join();
		assertThat(this.changes).endsWith("STOPPING ", "STOPPED ");
	}

	@Test
	void doesNotKeepTheOthersFromRunning() {
		TestProgram broken = new TestProgram("broken", "exit 1").whenAsked((time) -> {
			throw new IOException("not yet");
		});
		this.supervisor = supervisor(Duration.ofSeconds(20), new TestProgram("sound", TestProgram.RUNS_ON), broken);
		assertThatThrownBy(this.supervisor::start).hasMessage("broken did not come up");
		assertThat(this.supervisor.statuses()).extracting(ProgramStatus::state)
			.containsExactly(Condition.READY, Condition.FAILED);
	}

	@Test
	void getsItsEnvironmentAndItsLog() throws StartFailed {
		start(new TestProgram("portal",
				"echo \"$OF_THE_PROGRAM in $(pwd)\"; echo to both >&2; " + TestProgram.RUNS_ON));
		await().untilAsserted(() -> assertThat(LogFile.of(this.home, "portal").tail(2))
			.containsExactly("its own in " + this.home.directory(), "to both"));
	}

	private void start(TestProgram program) throws StartFailed {
		this.supervisor = supervisor(Duration.ofSeconds(20), program);
		this.supervisor.start();
	}

	private Supervisor supervisor(Duration limit, Program... programs) {
		return new Supervisor(this.home, List.of(programs), (status, note) -> {
			this.changes.add(status.state() + " " + note);
			if (status.state() == Condition.STARTING) {
				this.pids.add(status.pid());
			}
		}, limit, Duration.ofMillis(1));
	}

}

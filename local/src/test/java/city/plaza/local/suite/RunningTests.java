package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunningTests {

	@TempDir
	Path directory;

	private Home home;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory.resolve("a home with spaces"));
		this.home.create();
	}

	@Test
	void forgetsTheStateThatAKilledSupervisorLeft() throws IOException {
		StateFile state = new StateFile(this.home);
		state.write(new StateFile.State(true, 0, List.of()));
		new Running(this.home).claim();
		assertThat(state.read()).isEmpty();
	}

	@Test
	void leavesTheStateOfTheOneThatRuns() throws IOException {
		StateFile state = new StateFile(this.home);
		new Running(this.home).claim();
		state.write(new StateFile.State(true, 0, List.of()));
		assertThatThrownBy(() -> new Running(this.home).claim()).isInstanceOf(UsageException.class)
			.hasMessageStartingWith("Plaza runs here already");
		assertThat(state.read()).isPresent();
	}

	@Test
	void letsOneOfManyInAtOnce() throws InterruptedException {
		CountDownLatch begin = new CountDownLatch(1);
		AtomicInteger won = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		List<Thread> threads = IntStream.range(0, 8)
			.mapToObj((n) -> Thread.ofPlatform().start(() -> claim(begin, won, refused)))
			.toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(won).hasValue(1);
		assertThat(refused).hasValue(7);
	}

	/** This process is recorded, but no command line of a supervisor belongs to it. */
	@Test
	void doesNotTakeAnotherProcessForItsSupervisor() throws IOException {
		new Running(this.home).announce();
		assertThat(new Running(this.home).supervisor()).isEmpty();
		assertThat(new Running(this.home).stopSupervisor(Duration.ofSeconds(1))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0 TERM SERVER", "-1 TERM SERVER", "99999999 TERM SERVER",
			"9223372036854775807 TERM SERVER", "9223372036854775808 TERM SERVER", "17 TERM", "\0\0\0\0", "\n" })
	void findsNoSupervisorByABrokenRecord(String record) throws IOException {
		Files.writeString(this.home.run().resolve("supervisor.pid"), record);
		assertThat(new Running(this.home).supervisor()).isEmpty();
	}

	@Test
	void findsAndStopsASupervisorWhoseHomeHasSpaces() throws Exception {
		Process supervisor = new ProcessBuilder("/bin/sh", "-c", "echo up; while :; do sleep 0.1; done",
				this.home.marker("supervisor"))
			.start();
		supervisor.inputReader().readLine();
		PidFile.of(this.home, "supervisor").write(supervisor.pid(), "TERM", Layer.SERVER);
		Running running = new Running(this.home);
		assertThat(running.supervisor()).map(ProcessHandle::pid).contains(supervisor.pid());
		assertThat(running.stopSupervisor(Duration.ofSeconds(10))).isTrue();
		assertThat(supervisor.waitFor()).isEqualTo(143);
		assertThat(running.supervisor()).isEmpty();
	}

	private void claim(CountDownLatch begin, AtomicInteger won, AtomicInteger refused) {
		try {
			begin.await();
			new Running(this.home).claim();
			won.incrementAndGet();
		}
		catch (UsageException ex) {
			refused.incrementAndGet();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

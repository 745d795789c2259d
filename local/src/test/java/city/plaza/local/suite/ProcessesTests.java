package city.plaza.local.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessesTests {

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void endAll() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	void findsAProcessByItsIdAndItsCommandLineTogether() throws IOException {
		Process process = start("trap '' HUP", "a name with spaces", "-D", "/data/postgres");
		assertThat(Processes.commandLine(process.toHandle())).startsWith("/bin/sh -c trap")
			.endsWith("a name with spaces -D /data/postgres");
		assertThat(Processes.find(process.pid(), (line) -> line.endsWith("-D /data/postgres"))).isPresent();
		assertThat(Processes.find(process.pid(), (line) -> line.contains("-D /data/other"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -1, 0, 99_999_999, Long.MAX_VALUE })
	void findsNothingByAnIdThatNoProcessHas(long pid) {
		assertThat(Processes.find(pid, (line) -> true)).isEmpty();
	}

	@Test
	void findsNoProcessThatHasEnded() throws Exception {
		Process process = start(":", "x");
		process.destroyForcibly().waitFor();
		assertThat(Processes.find(process.pid(), (line) -> true)).isEmpty();
		Processes.stop(process.toHandle(), "TERM", Duration.ofSeconds(1));
	}

	@Test
	void killsWhatIgnoresItsSignal() throws Exception {
		Process deaf = start("trap '' TERM INT HUP", "deaf");
		Processes.stop(deaf.toHandle(), "TERM", Duration.ofMillis(20));
		assertThat(deaf.waitFor()).isEqualTo(137);
	}

	@Test
	void killsWhatIsFrozen() throws Exception {
		Process frozen = start(":", "frozen");
		Processes.signal(frozen.toHandle(), "STOP");
		Processes.stop(frozen.toHandle(), "TERM", Duration.ofMillis(20));
		assertThat(frozen.waitFor()).isEqualTo(137);
	}

	@Test
	void endsWhatListensByTheSignalGiven() throws Exception {
		Process polite = start("trap 'exit 7' INT", "polite");
		Processes.stop(polite.toHandle(), "INT", Duration.ofSeconds(10));
		assertThat(polite.waitFor()).isEqualTo(7);
	}

	@Test
	void stopsWaitingWhenItIsInterrupted() throws IOException {
		Process process = start(":", "x");
		Thread.currentThread().interrupt();
		assertThat(Processes.awaitEnd(process.toHandle(), Duration.ofMinutes(1))).isFalse();
		assertThat(Thread.interrupted()).isTrue();
	}

	private Process start(String traps, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("/bin/sh", "-c", traps + "; echo up; while :; do sleep 0.05; done"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).start();
		this.started.add(process);
		assertThat(process.inputReader().readLine()).isEqualTo("up");
		return process;
	}

}

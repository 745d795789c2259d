package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrphanedProcessesTests {

	@TempDir
	Path directory;

	private final List<Process> left = new ArrayList<>();

	private Home home;

	@BeforeEach
	void createHome() throws IOException {
		this.home = new Home(this.directory.resolve("suite"));
		this.home.create();
	}

	@AfterEach
	void endAll() {
		this.left.forEach(Process::destroyForcibly);
	}

	@Test
	void endTheGatewayFirstAndTheServersLast() throws Exception {
		Path order = this.directory.resolve("order");
		for (Layer layer : List.of(Layer.SERVICE, Layer.GATEWAY, Layer.SERVER)) {
			String name = layer.name().toLowerCase(Locale.ROOT);
			orphan(name, layer, "TERM", "trap 'echo " + name + " >>" + order + "; exit' TERM");
		}
		assertThat(OrphanedProcesses.stop(this.home)).containsExactly("gateway", "service", "server");
		assertThat(order).hasContent("gateway\nservice\nserver");
		assertThat(this.left).noneMatch(Process::isAlive);
		assertThat(this.home.run()).isEmptyDirectory();
	}

	@Test
	void includeTrialsWhichTakeTheirHomesWithThem() throws Exception {
		Home suite = this.home;
		this.home = suite.trial("kafka");
		this.home.create();
		orphan("kafka", Layer.SERVER, "TERM", ":");
		assertThat(OrphanedProcesses.stop(suite)).containsExactly("kafka");
		assertThat(this.left).noneMatch(Process::isAlive);
		assertThat(this.home.directory()).doesNotExist();
	}

	@Test
	void getTheSignalThatTheirProgramWants() throws Exception {
		Path got = this.directory.resolve("got");
		orphan("postgres", Layer.SERVER, "INT", "trap 'echo INT >" + got + "; exit' INT; trap 'exit' TERM");
		OrphanedProcesses.stop(this.home);
		assertThat(got).hasContent("INT");
	}

	@Test
	void areLeftAloneWhereTheirRecordIsBroken() throws Exception {
		Process process = orphan("portal", Layer.SERVICE, "TERM", ":");
		Files.writeString(this.home.run().resolve("portal.pid"), process.pid() + " TERM ATTIC");
		Files.createDirectories(this.home.run().resolve("kafka.pid"));
		assertThat(OrphanedProcesses.stop(this.home)).isEmpty();
		assertThat(process.isAlive()).isTrue();
	}

	@Test
	void areNotLookedForWhereNothingEverRan() throws IOException {
		assertThat(OrphanedProcesses.stop(new Home(this.directory.resolve("never")))).isEmpty();
	}

	/** The record of the supervisor is its own affair: it may be the one that asks. */
	@Test
	void neverCountTheSupervisorAmongThem() throws Exception {
		Process supervisor = orphan("supervisor", Layer.SERVER, "TERM", ":");
		assertThat(OrphanedProcesses.stop(this.home)).isEmpty();
		assertThat(supervisor.isAlive()).isTrue();
		assertThat(PidFile.of(this.home, "supervisor").read()).isPresent();
	}

	private Process orphan(String name, Layer layer, String signal, String traps) throws IOException {
		Process process = new ProcessBuilder("/bin/sh", "-c", traps + "; echo up; while :; do sleep 0.05; done",
				this.home.marker(name))
			.start();
		this.left.add(process);
		assertThat(process.inputReader().readLine()).isEqualTo("up");
		PidFile.of(this.home, name).write(process.pid(), signal, layer);
		return process;
	}

}

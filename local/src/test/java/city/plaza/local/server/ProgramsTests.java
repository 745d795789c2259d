package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.cache.CachedProgram;
import city.plaza.local.cache.ClassCache;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ProgramsTests {

	private static final Home HOME = new Home(Path.of("/my data/plaza"));

	/** Nothing listens here: the ports of a suite lie far above. */
	private static final Ports PORTS = new Ports(40_000);

	private static final ClassCache CACHE = ClassCache.in(Path.of("/my tree/none"));

	private static final PostgresServer POSTGRES = new PostgresServer(HOME, 55_432, Path.of("/my tree/postgres"));

	private static final KafkaBroker KAFKA = new KafkaBroker(HOME, PORTS, "/my tree/a.jar:/my tree/b.jar", CACHE);

	private static final InboxServer INBOX = new InboxServer(HOME, PORTS, Path.of("/my tree/inbox.jar"), CACHE);

	private static final SignInServer SIGN_IN = new SignInServer(HOME, PORTS, Path.of("/my tree/provider.jar"), CACHE);

	static List<Program> servers() {
		return List.of(POSTGRES, KAFKA, INBOX, SIGN_IN);
	}

	@ParameterizedTest
	@MethodSource("servers")
	void areRecognisedByTheirOwnCommandLineAndByNoOther(Program server) {
		String commandLine = String.join(" ", server.command());
		assertThat(HOME.owns(server.name(), commandLine)).isTrue();
		assertThat(new Home(Path.of("/my data/plaza two")).owns(server.name(), commandLine)).isFalse();
		assertThat(servers()).filteredOn((other) -> HOME.owns(other.name(), commandLine)).containsExactly(server);
	}

	@ParameterizedTest
	@MethodSource("servers")
	void serveBeforeEverythingElse(Program server) {
		assertThat(server.layer()).isEqualTo(Layer.SERVER);
		assertThat(server.ports()).startsWith(server.port()).doesNotHaveDuplicates();
	}

	@Test
	void haveNoPortInCommon() {
		List<Integer> ports = new ArrayList<>();
		servers().forEach((server) -> ports.addAll(server.ports()));
		assertThat(ports).hasSize(6).doesNotHaveDuplicates();
	}

	@Test
	void keepPathsWithSpacesInOnePiece() {
		assertThat(POSTGRES.command()).startsWith("/my tree/postgres/bin/postgres", "-D",
				"/my data/plaza/data/postgres", "-p", "55432");
		assertThat(KAFKA.command()).containsSequence("-cp", "/my tree/a.jar:/my tree/b.jar", "kafka.Kafka",
				"/my data/plaza/data/kafka.properties");
		assertThat(INBOX.command()).endsWith("-jar", "/my tree/inbox.jar");
		assertThat(SIGN_IN.command()).endsWith("-jar", "/my tree/provider.jar");
		assertThat(INBOX.environment()).containsEntry("INBOX_DIRECTORY", "/my data/plaza/data/inbox");
	}

	@Test
	void listenOnThisMachineOnly() {
		assertThat(POSTGRES.command()).contains("listen_addresses=127.0.0.1", "unix_socket_directories=");
		assertThat(INBOX.environment()).containsEntry("INBOX_HTTP_ADDRESS", "127.0.0.1:58025")
			.containsEntry("INBOX_SMTP_ADDRESS", "127.0.0.1:51025");
		assertThat(SIGN_IN.environment()).containsEntry("SERVER_HOSTNAME", "127.0.0.1")
			.containsEntry("SERVER_PORT", Integer.toString(PORTS.of(Port.SIGN_IN)));
	}

	@Test
	void losesNoCommitForSpeed() {
		assertThat(POSTGRES.command()).contains("fsync=on", "synchronous_commit=on", "full_page_writes=on");
		assertThat(POSTGRES.stopSignal()).isEqualTo("INT");
	}

	@Test
	void areNotReadyWhereNothingListens() throws Exception {
		assertThat(POSTGRES.ready()).isFalse();
		assertThatIOException().isThrownBy(INBOX::ready);
	}

	/** The run that makes the class cache stands beside the server that serves. */
	@ParameterizedTest
	@MethodSource("cachedServers")
	void areTrainedOnPortsAndDataOfTheirOwn(CachedProgram server) throws IOException {
		Home own = HOME.trial(server.name());
		Program training = server.training(own);
		assertThat(training.name()).isEqualTo(server.name());
		assertThat(training.ports()).hasSameSizeAs(server.ports()).doesNotContainAnyElementsOf(server.ports());
		String commandLine = String.join(" ", training.command()) + training.environment();
		assertThat(commandLine).contains(CACHE.make()).doesNotContain("/my data/plaza/data");
		assertThat(own.owns(server.name(), commandLine)).isTrue();
		assertThat(HOME.owns(server.name(), commandLine)).isFalse();
	}

	static List<Program> cachedServers() {
		return List.of(KAFKA, INBOX, SIGN_IN);
	}

	@Test
	void areJvmsThatEndWhenTheyAreOutOfMemory() {
		assertThat(Java.command(HOME, "samples", 64))
			.startsWith(Java.executable(), "-Dplaza.process=samples@/my data/plaza")
			.contains("-Xmx64m", "-Xmn10m", "-XX:+ExitOnOutOfMemoryError");
		assertThat(Java.serviceCommand(HOME, "portal")).startsWith(Java.executable(),
				"-Dplaza.process=portal@/my data/plaza");
	}

}

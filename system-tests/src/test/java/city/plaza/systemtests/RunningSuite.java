package city.plaza.systemtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import city.plaza.local.topology.Accounts;
import city.plaza.local.suite.Condition;
import city.plaza.local.suite.Home;
import city.plaza.local.topology.Database;
import city.plaza.local.topology.Port;
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.StateFile;

import static org.awaitility.Awaitility.await;

/**
 * The whole suite as {@code ./plaza up} runs it, with data and ports of its own. Started
 * at the first use, for all test classes together, and ended with the test run.
 */
final class RunningSuite implements AutoCloseable {

	private static final Ports PORTS = new Ports(Integer.getInteger("plaza.port-offset", 4_000));

	private static final Path REPOSITORY = Path.of(System.getProperty("plaza.repository", "..")).toAbsolutePath();

	private static final Duration START_LIMIT = Duration.ofMinutes(9);

	private final Home home = new Home(Path.of("target/plaza"));

	private final Process supervisor;

	private RunningSuite() throws IOException {
		Files.createDirectories(this.home.directory());
		Home.delete(this.home.directory());
		Files.createDirectories(this.home.directory());
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				this.home.marker("supervisor"), "-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=ALL-UNNAMED",
				"-Dplaza.repository=" + REPOSITORY, "-cp",
				REPOSITORY.resolve("local/target/plaza-local.jar") + ":" + REPOSITORY.resolve("local/target/lib/*"),
				"city.plaza.local.Plaza", "up")
			.redirectErrorStream(true)
			.redirectOutput(log().toFile());
		builder.environment().put("PLAZA_HOME", this.home.directory().toString());
		builder.environment().put("PLAZA_PORT_OFFSET", Integer.toString(PORTS.offset()));
		builder.environment().put("PLAZA_START_LIMIT_SECONDS", Long.toString(START_LIMIT.toSeconds()));
		builder.environment().put("PLAZA_CLASS_CACHES", "off");
		this.supervisor = builder.start();
	}

	/** The suite, running. */
	static RunningSuite get() {
		return Holder.INSTANCE;
	}

	URI gateway() {
		return URI.create(PORTS.gatewayUrl());
	}

	Ports ports() {
		return PORTS;
	}

	/** A connection to a service's database, for states that no user can bring about. */
	Connection database(Database name) throws SQLException {
		return DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:" + PORTS.of(Port.POSTGRES) + "/" + name.lowerName(), name.lowerName(),
				Database.PASSWORD);
	}

	String financeEmail() {
		return Accounts.STAFF_EMAIL;
	}

	String financePassword() {
		return Accounts.STAFF_PASSWORD;
	}

	String administratorEmail() {
		return Accounts.ADMINISTRATOR_EMAIL;
	}

	String administratorPassword() {
		return Accounts.ADMINISTRATOR_PASSWORD;
	}

	/**
	 * Kills a program as no shutdown hook survives it; the supervisor starts it again.
	 */
	void kill(String program) {
		ProcessHandle.of(status(program).pid()).orElseThrow().destroyForcibly();
	}

	/** Waits until a program that was killed serves again. */
	void awaitRestarted(String program, int restartsBefore) {
		await().atMost(Duration.ofMinutes(4))
			.until(() -> status(program),
					status -> status.restarts() > restartsBefore && status.state() == Condition.READY);
	}

	ProgramStatus status(String program) {
		return statuses().stream().filter(status -> status.name().equals(program)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		this.supervisor.destroy();
		try {
			if (!this.supervisor.waitFor(2, TimeUnit.MINUTES)) {
				this.supervisor.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<ProgramStatus> statuses() {
		return new StateFile(this.home).read().map(StateFile.State::programs).orElse(List.of());
	}

	private Path log() {
		return this.home.directory().resolve("supervisor.log");
	}

	private void awaitReady() {
		await().atMost(START_LIMIT)
			.pollInterval(Duration.ofMillis(500))
			.until(() -> !this.supervisor.isAlive()
					|| new StateFile(this.home).read().map(StateFile.State::ready).orElse(false));
		if (!this.supervisor.isAlive()) {
			throw new IllegalStateException("The suite did not come up; see " + log());
		}
	}

	private static final class Holder {

		private static final RunningSuite INSTANCE = start();

		private static RunningSuite start() {
			try {
				RunningSuite suite = new RunningSuite();
				Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
				suite.awaitReady();
				return suite;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}

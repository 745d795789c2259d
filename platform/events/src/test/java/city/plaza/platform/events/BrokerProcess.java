package city.plaza.platform.events;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.apache.kafka.common.Uuid;

/** A broker in a JVM of its own, which can be killed as a machine can. */
class BrokerProcess implements AutoCloseable {

	private final int port = freePort();

	private final Path folder;

	private Process process;

	/** Takes everybody for anybody. */
	BrokerProcess() {
		this("PLAINTEXT", "");
	}

	/**
	 * A broker with other settings.
	 * @param protocol of the listener for clients
	 * @param more settings, in Kafka's own names
	 * @param format further arguments of the command that formats its folder
	 */
	BrokerProcess(String protocol, String more, String... format) {
		try {
			this.folder = Files.createTempDirectory("plaza-broker");
			Files.writeString(settings(), """
					process.roles=broker,controller
					node.id=1
					controller.quorum.voters=1@localhost:%2$d
					listeners=%4$s://localhost:%1$d,CONTROLLER://localhost:%2$d
					advertised.listeners=%4$s://localhost:%1$d
					controller.listener.names=CONTROLLER
					listener.security.protocol.map=%4$s:%4$s,CONTROLLER:PLAINTEXT
					inter.broker.listener.name=%4$s
					log.dirs=%3$s
					auto.create.topics.enable=false
					offsets.topic.replication.factor=1
					offsets.topic.num.partitions=4
					transaction.state.log.replication.factor=1
					group.initial.rebalance.delay.ms=0
					broker.session.timeout.ms=2000
					broker.heartbeat.interval.ms=500
					""".formatted(this.port, freePort(), this.folder.resolve("data"), protocol) + more);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(Stream
			.concat(Stream.of("kafka.tools.StorageTool", "format", "-t", Uuid.randomUuid().toString(), "-c",
					settings().toString()), Stream.of(format))
			.toArray(String[]::new));
	}

	String servers() {
		return "localhost:" + this.port;
	}

	void start() {
		if (this.process == null || !this.process.isAlive()) {
			this.process = launch("kafka.Kafka", settings().toString());
		}
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

	private Path settings() {
		return this.folder.resolve("server.properties");
	}

	private void run(String... command) {
		try {
			int code = launch(command).waitFor();
			if (code != 0) {
				throw new IllegalStateException(Files.readString(this.folder.resolve("log")));
			}
		}
		catch (InterruptedException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process launch(String... main) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.addAll(List.of(main));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File(this.folder.toFile(), "log"));
		Map<String, String> environment = builder.environment();
		environment.put("CLASSPATH",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Below those that the system gives to outgoing connections, so that nobody gets it
	 * while the broker is dead.
	 */
	private static int freePort() {
		while (true) {
			try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
				return socket.getLocalPort();
			}
			catch (BindException ex) {
				// Another has it; try the next.
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}

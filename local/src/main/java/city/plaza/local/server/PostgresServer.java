package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Database;

/**
 * A real PostgreSQL that keeps every commit it has acknowledged.
 */
public final class PostgresServer implements Program {

	private static final String NAME = "postgres";

	private final Home home;

	private final int port;

	private final Path binaries;

	private final Databases databases;

	private Unprivileged unprivileged = new Unprivileged(List.of(), "");

	/**
	 * A server that has not been started.
	 * @param binaries where its programs are unpacked; may be shared by several suites
	 */
	public PostgresServer(Home home, int port, Path binaries) {
		this.home = home;
		this.port = port;
		this.binaries = binaries;
		this.databases = new Databases(port);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public Layer layer() {
		return Layer.SERVER;
	}

	@Override
	public void prepare() throws IOException, InterruptedException {
		PostgresArchive.unpackInto(this.binaries);
		this.unprivileged = Unprivileged.find();
		if (!Files.exists(cluster().resolve("PG_VERSION"))) {
			createCluster();
		}
		this.unprivileged.handOver(cluster());
	}

	@Override
	public List<String> command() {
		List<String> command = new ArrayList<>(List.of(this.binaries.resolve("bin/postgres").toString(), "-D",
				cluster().toString(), "-p", Integer.toString(this.port)));
		// The small ones keep a suite in little memory. With them a large import is
		// mostly checkpoints, after each of which every page is logged whole once.
		boolean production = Java.isProduction();
		for (String setting : List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on",
				"synchronous_commit=on", "full_page_writes=on", "max_connections=120",
				production ? "shared_buffers=512MB" : "shared_buffers=64MB",
				production ? "max_wal_size=4GB" : "max_wal_size=256MB", "timezone=UTC", "log_timezone=UTC")) {
			command.add("-c");
			command.add(setting);
		}
		return this.unprivileged.command(command);
	}

	@Override
	public boolean ready() throws IOException {
		return this.databases.createMissing();
	}

	/** "Fast": ends the connections that are open, and waits for no client. */
	@Override
	public String stopSignal() {
		return "INT";
	}

	@Override
	public Duration stopTimeout() {
		return Duration.ofSeconds(20);
	}

	private Path cluster() {
		return this.home.data(NAME);
	}

	/**
	 * Writes beside the final place first: a start that is killed leaves no half cluster.
	 */
	private void createCluster() throws IOException, InterruptedException {
		Path fresh = cluster().resolveSibling(NAME + ".new");
		Home.delete(fresh);
		Home.delete(cluster());
		Files.createDirectories(fresh);
		this.unprivileged.handOver(fresh);
		Path password = Files.writeString(this.home.run().resolve("postgres-password"), Database.SUPERUSER_PASSWORD);
		Path log = this.home.log(NAME);
		int code = new ProcessBuilder(this.unprivileged.command(List.of(this.binaries.resolve("bin/initdb").toString(),
				"-D", fresh.toString(), "-U", Databases.SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256",
				"--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions")))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start()
			.waitFor();
		Files.delete(password);
		if (code != 0) {
			throw new IOException("initdb ended with exit code " + code);
		}
		Files.move(fresh, cluster());
	}

}

package city.plaza.benchmarks.pgbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.suite.Suite;

/** The pgbench of this machine. */
public final class Pgbench {

	private static final List<Path> PLACES = List.of(Path.of("/usr/bin/pgbench"), Path.of("/usr/local/bin/pgbench"),
			Path.of("/opt/homebrew/bin/pgbench"));

	private final Path program;

	private Pgbench(Path program) {
		this.program = program;
	}

	/** Empty where there is none. */
	public static Optional<Pgbench> installed() {
		return PLACES.stream().filter(Files::isExecutable).findFirst().map(Pgbench::new);
	}

	/**
	 * Runs the statements of a request again and again, prepared once a connection as the
	 * services do.
	 * @param database of the suite, with its user
	 * @param connections each of which has one transaction under way
	 */
	public Sample run(Suite suite, String database, CapturedRequest request, int connections, Duration duration)
			throws IOException, InterruptedException {
		Script script = request.script();
		Path file = Files.writeString(Files.createTempFile("plaza", ".pgbench"), script.text());
		List<String> command = new ArrayList<>(
				List.of(this.program.toString(), "-n", "-M", "prepared", "-h", "127.0.0.1", "-p",
						Integer.toString(suite.port("postgres")), "-U", database, "-c", Integer.toString(connections),
						"-j", "1", "-T", Long.toString(duration.toSeconds()), "-f", file.toString(), "-D", "turn=-1"));
		script.variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
		command.add(database);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(Map.of("PGPASSWORD", suite.databases().password(database)));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		if (code != 0) {
			throw new IOException("pgbench ended with " + code + " on " + file + ": " + output);
		}
		Files.delete(file);
		return PgbenchOutput.read(output);
	}

}

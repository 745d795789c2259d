package city.plaza.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP client wrk, which costs the machine far less than one in Java. */
public final class Wrk {

	private static final List<Path> PLACES = List.of(Path.of("/usr/bin/wrk"), Path.of("/usr/local/bin/wrk"),
			Path.of("/opt/homebrew/bin/wrk"));

	private final Path program;

	private Wrk(Path program) {
		this.program = program;
	}

	/** The one of this machine; empty where there is none. */
	public static Optional<Wrk> installed() {
		return PLACES.stream().filter(Files::isExecutable).findFirst().map(Wrk::new);
	}

	/** Sends GET requests as fast as they are answered, each connection one at a time. */
	public Sample run(String address, Map<String, String> headers, int connections, Duration duration)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--latency", "--timeout", "30s", "-t1",
				"-c" + connections, "-d" + duration.toSeconds() + "s"));
		headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
		command.add(address);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("wrk failed: " + output);
		}
		return WrkOutput.read(output);
	}

}

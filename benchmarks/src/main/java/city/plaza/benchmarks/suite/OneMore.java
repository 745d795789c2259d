package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One more instance of a service of the suite, with other options of the JVM. Nobody
 * finds it in the register: only who knows its address calls it.
 */
public final class OneMore implements AutoCloseable {

	/** Of the database: several instances and the suite share the server's hundred. */
	private static final String CONNECTIONS = "4";

	private final Process process;

	private final String address;

	private OneMore(Process process, String address) {
		this.process = process;
		this.address = address;
	}

	/**
	 * Starts it from the same jar, and waits until it serves.
	 * @param processors that it may use, the first ones of the machine
	 * @param options of the JVM, instead of those of the suite's own instance
	 */
	public static OneMore of(Suite suite, String service, int processors, List<String> options)
			throws IOException, InterruptedException {
		int port = Beside.freePort();
		List<String> command = new ArrayList<>(
				List.of("taskset", "-c", "0-" + (processors - 1), suite.jvm(service).java()));
		command.addAll(options);
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", suite.jvm(service).jar()));
		ProcessBuilder program = new ProcessBuilder(command);
		program.environment().clear();
		program.environment().putAll(PlainServices.environment(Files.readString(suite.environment(service))));
		program.environment()
			.putAll(Map.of("PORT", Integer.toString(port), "EUREKA_CLIENT_REGISTERWITHEUREKA", "false",
					"PLAZA_DATABASE_POOLSIZE", CONNECTIONS));
		String address = "http://127.0.0.1:" + port;
		Path log = Files.createTempFile("plaza-" + service, ".log");
		Process process = Beside.started(program, log, address + "/actuator/health/readiness");
		return new OneMore(process, address);
	}

	/** An address of it. */
	public String at(String path) {
		return this.address + path;
	}

	/** The processor time that it has taken so far. */
	public Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	public Memory memory() throws IOException {
		return Memory.of(List.of(this.process.toHandle()));
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}

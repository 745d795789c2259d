package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The suite's services once more, as {@code java -jar} starts what the build leaves: all
 * at once, without options, against the servers of the suite, on ports of their own.
 */
public final class PlainServices {

	private static final List<String> SERVICES = List.of("discovery", "identity-service", "account-link-service",
			"billing-service", "notification-service", "portal", "gateway");

	/** All services that are Plaza's own. */
	public static final int ALL = SERVICES.size();

	private static final Duration TIMEOUT = Duration.ofMinutes(6);

	private static final Duration POLL = Duration.ofMillis(100);

	private static final int OK = 200;

	private final Suite suite;

	private PlainServices(Suite suite) {
		this.suite = suite;
	}

	/** Of a suite that runs. */
	public static PlainServices of(Suite suite) {
		return new PlainServices(suite);
	}

	/**
	 * Starts the first of them at once and ends them again.
	 * @param count how many, at most {@link #ALL}
	 * @return how long it took until all of these were ready
	 * @throws IOException if one ends or does not become ready
	 */
	public Duration start(int count) throws IOException, InterruptedException {
		Map<String, ProcessBuilder> programs = new LinkedHashMap<>();
		Map<String, URI> waiting = new LinkedHashMap<>();
		for (String service : SERVICES.subList(0, count)) {
			int port = Beside.freePort();
			int healthPort = service.equals("gateway") ? Beside.freePort() : port;
			programs.put(service, program(service, port, healthPort));
			waiting.put(service, URI.create("http://127.0.0.1:" + healthPort + "/actuator/health/readiness"));
		}
		List<Process> processes = new ArrayList<>();
		try {
			long began = System.nanoTime();
			for (ProcessBuilder program : programs.values()) {
				processes.add(program.start());
			}
			await(processes, waiting, began);
			return Duration.ofNanos(System.nanoTime() - began);
		}
		finally {
			for (Process process : processes) {
				process.destroyForcibly().waitFor();
			}
		}
	}

	/** In the environment of the suite's own, which names its servers. */
	private ProcessBuilder program(String service, int port, int healthPort) throws IOException {
		Jvm jvm = this.suite.jvm(service);
		Path log = Files.createTempFile("plaza-plain-" + service, ".log");
		log.toFile().deleteOnExit();
		ProcessBuilder program = new ProcessBuilder(jvm.java(), "-jar", builtJar(Path.of(jvm.jar())).toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		program.environment().clear();
		program.environment().putAll(environment(Files.readString(this.suite.environment(service))));
		program.environment()
			.putAll(Map.of("PORT", Integer.toString(port), "PLAZA_MANAGEMENT_PORT", Integer.toString(healthPort)));
		return program;
	}

	private static void await(List<Process> processes, Map<String, URI> waiting, long began)
			throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			while (!waiting.isEmpty()) {
				for (String service : List.copyOf(waiting.keySet())) {
					waiting.computeIfPresent(service, (name, probe) -> isReady(client, probe) ? null : probe);
				}
				boolean ended = processes.stream().anyMatch((process) -> !process.isAlive());
				if (ended || System.nanoTime() - began > TIMEOUT.toNanos()) {
					throw new IOException("Not ready: " + waiting.keySet());
				}
				TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
			}
		}
	}

	private static boolean isReady(HttpClient client, URI probe) {
		try {
			HttpRequest request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException notYet) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * The suite runs from what it has unpacked; it lies below the build, with the same
	 * name.
	 */
	static Path builtJar(Path unpacked) throws IOException {
		Path module = unpacked.resolve("../..").normalize();
		Path repository = module.resolve("../../../..").normalize();
		Path built = repository.resolve(String.valueOf(module.getFileName()))
			.resolve("target")
			.resolve(String.valueOf(unpacked.getFileName()));
		if (!Files.isRegularFile(built)) {
			throw new IOException("There is no " + built);
		}
		return built;
	}

	/** As Linux shows it. */
	static Map<String, String> environment(String shown) {
		Map<String, String> environment = new HashMap<>();
		for (String variable : shown.split("\0", -1)) {
			int equals = variable.indexOf('=');
			if (equals > 0) {
				environment.put(variable.substring(0, equals), variable.substring(equals + 1));
			}
		}
		return environment;
	}

}

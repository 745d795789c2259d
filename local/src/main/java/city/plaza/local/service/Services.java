package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;

/** Plaza's own services as programs. */
public final class Services {

	private static final int LONGEST_RUN_SECONDS = 120;

	private final Path repository;

	private final Home home;

	private final Ports ports;

	private final Environments environments;

	/**
	 * The services of one suite.
	 * @param open whether other machines may reach the gateway; the rest they never may
	 */
	public Services(Path repository, Home home, Ports ports, boolean open) {
		this.repository = repository;
		this.home = home;
		this.ports = ports;
		this.environments = new Environments(ports, open);
	}

	/** All of them, whether built or not; {@link #missing()} names those that are not. */
	public List<Program> all() throws IOException {
		return List.copyOf(services());
	}

	/** The modules of which there is no jar yet. */
	public List<String> missing() throws IOException {
		List<String> missing = new ArrayList<>();
		for (Service service : Service.values()) {
			if (!Application.of(this.repository, service.module()).isBuilt()) {
				missing.add(service.module());
			}
		}
		return missing;
	}

	/**
	 * Runs a service once more beside the suite, with further settings, until it ends by
	 * itself. It takes no requests and is in no register.
	 * @param settings environment variables
	 * @param log what it prints
	 * @return what it ends with
	 */
	public int runOnce(Service service, Map<String, String> settings, Path log)
			throws IOException, InterruptedException {
		BootService program = program(service);
		program.prepare();
		Files.createDirectories(log.toAbsolutePath().getParent());
		ProcessBuilder process = new ProcessBuilder(program.onceCommand()).redirectErrorStream(true)
			.redirectOutput(log.toFile());
		process.environment().putAll(program.environment());
		process.environment().putAll(Map.of("PORT", "0", "EUREKA_CLIENT_ENABLED", "false"));
		process.environment().putAll(settings);
		Process running = process.start();
		if (!running.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
			running.destroyForcibly();
			throw new IOException(service.module() + " did not end, see " + log);
		}
		return running.exitValue();
	}

	private List<BootService> services() throws IOException {
		List<BootService> services = new ArrayList<>();
		for (Service service : Service.values()) {
			services.add(program(service));
		}
		return services;
	}

	private BootService program(Service service) throws IOException {
		return new BootService(this.home, service, service.ports().stream().map(this.ports::of).toList(),
				Application.of(this.repository, service.module()), this.environments.of(service));
	}

}

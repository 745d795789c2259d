package city.plaza.local.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.local.cache.CachedProgram;
import city.plaza.local.cache.ClassCache;
import city.plaza.local.server.Java;
import city.plaza.local.suite.FreePorts;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Http;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Service;

/** One of Plaza's Spring Boot applications. */
class BootService implements CachedProgram {

	private final Home home;

	private final List<Integer> ports;

	private final Service service;

	private final Application application;

	private final Map<String, String> environment;

	/**
	 * A service that has not been started.
	 * @param ports first the one that serves, last the one that reports its health
	 */
	BootService(Home home, Service service, List<Integer> ports, Application application,
			Map<String, String> environment) {
		this.home = home;
		this.service = service;
		this.ports = ports;
		this.application = application;
		this.environment = environment;
	}

	@Override
	public String name() {
		return this.service.module();
	}

	@Override
	public int port() {
		return this.ports.getFirst();
	}

	@Override
	public List<Integer> ports() {
		return this.ports;
	}

	@Override
	public Layer layer() {
		return this.service.layer();
	}

	@Override
	public void prepare() throws IOException, InterruptedException {
		this.application.unpack();
	}

	@Override
	public List<String> command() {
		return command(name(), cacheOptions());
	}

	/** How the class cache is used or made. */
	List<String> cacheOptions() {
		return cache().use();
	}

	/** Runs the same application for a moment, beside the one that serves. */
	List<String> onceCommand() {
		return command(name() + "-once", cache().use());
	}

	@Override
	public ClassCache cache() {
		return ClassCache.in(this.application.directory());
	}

	/**
	 * It has the name of the instance that serves, so it must not register. Nor does it
	 * get events, which would wait for it: to it, Kafka is away. All else it does as any
	 * further instance of the service would.
	 */
	@Override
	public Program training(Home own) throws IOException {
		List<Integer> free = FreePorts.some(3);
		Map<String, String> changed = new HashMap<>(this.environment);
		changed.putAll(Map.of("PORT", free.getFirst().toString(), "PLAZA_MANAGEMENT_PORT", free.get(1).toString(),
				"PLAZA_KAFKA_SERVERS", "127.0.0.1:" + free.getLast(), "EUREKA_CLIENT_REGISTERWITHEUREKA", "false"));
		return new BootService(own, this.service, free.subList(0, this.ports.size()), this.application, changed) {

			@Override
			public void prepare() {
				// It is unpacked, for another one serves.
			}

			@Override
			List<String> cacheOptions() {
				return cache().make();
			}

		};
	}

	private List<String> command(String process, List<String> options) {
		List<String> command = new ArrayList<>(Java.serviceCommand(this.home, process));
		command.addAll(options);
		command.addAll(List.of("-jar", this.application.runnable().toString()));
		return command;
	}

	@Override
	public Map<String, String> environment() {
		return this.environment;
	}

	@Override
	public boolean ready() throws IOException {
		return Http.status("http://127.0.0.1:" + this.ports.getLast() + "/actuator/health/readiness") == 200;
	}

}

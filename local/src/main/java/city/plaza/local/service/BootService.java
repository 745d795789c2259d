package city.plaza.local.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import city.plaza.local.server.Java;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Http;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Service;

/** One of Plaza's Spring Boot applications. */
final class BootService implements Program {

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
		return command(name(), cache().use());
	}

	/** Runs the same application until it is wired, and writes its class cache. */
	List<String> cacheMakingCommand() {
		return command(name() + "-cache", cache().make());
	}

	/** Runs the same application for a moment, beside the one that serves. */
	List<String> onceCommand() {
		return command(name() + "-once", cache().use());
	}

	ClassCache cache() {
		return ClassCache.in(this.application.directory());
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

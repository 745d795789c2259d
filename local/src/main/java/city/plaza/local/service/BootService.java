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

/** One of Plaza's Spring Boot applications. */
final class BootService implements Program {

	private final Home home;

	private final String name;

	private final List<Integer> ports;

	private final Layer layer;

	private final Application application;

	private final Map<String, String> environment;

	/**
	 * A service that has not been started.
	 * @param ports first the one that serves, last the one that tells of its health
	 */
	BootService(Home home, String name, List<Integer> ports, Layer layer, Application application,
			Map<String, String> environment) {
		this.home = home;
		this.name = name;
		this.ports = ports;
		this.layer = layer;
		this.application = application;
		this.environment = environment;
	}

	@Override
	public String name() {
		return this.name;
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
		return this.layer;
	}

	@Override
	public void prepare() throws IOException, InterruptedException {
		this.application.unpack();
	}

	@Override
	public List<String> command() {
		return command(this.name, cache().use());
	}

	/** Runs the same application until it is wired, and writes its class cache. */
	List<String> cacheMakingCommand() {
		return command(this.name + "-cache", cache().make());
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

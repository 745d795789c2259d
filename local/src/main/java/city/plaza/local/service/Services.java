package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;

/** Plaza's own services as programs. */
public final class Services {

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

	/** Will make the class caches that are missing. */
	public MakeCaches missingCaches() throws IOException {
		return new MakeCaches(this.home, services().stream().filter(service -> !service.cache().exists()).toList());
	}

	private List<BootService> services() throws IOException {
		List<BootService> services = new ArrayList<>();
		for (Service service : Service.values()) {
			services.add(new BootService(this.home, service, service.ports().stream().map(this.ports::of).toList(),
					Application.of(this.repository, service.module()), this.environments.of(service)));
		}
		return services;
	}

}

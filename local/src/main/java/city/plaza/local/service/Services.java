package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Ports;
import city.plaza.local.suite.Program;

/** Plaza's own services. */
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

	/** All of them, whether built or not; {@link #missing()} tells which are not. */
	public List<Program> all() throws IOException {
		return List.copyOf(services());
	}

	private List<BootService> services() throws IOException {
		List<BootService> all = new ArrayList<>();
		all.add(service("discovery", Layer.SERVER, List.of(this.ports.discovery()), Map.of()));
		all.add(service("identity-service", Layer.SERVICE, List.of(this.ports.identity()), Environments.identity()));
		all.add(service("account-link-service", Layer.SERVICE, List.of(this.ports.accountLink()),
				Environments.database("account_link")));
		all.add(service("billing-service", Layer.SERVICE, List.of(this.ports.billing()), Environments.billing()));
		all.add(service("notification-service", Layer.SERVICE, List.of(this.ports.notification()),
				this.environments.notification()));
		all.add(service("portal", Layer.SERVICE, List.of(this.ports.portal()), Map.of()));
		all.add(service("gateway", Layer.DOOR, List.of(this.ports.gateway(), this.ports.gatewayManagement()),
				this.environments.gateway()));
		return all;
	}

	/** The modules of which there is no jar yet. */
	public List<String> missing() throws IOException {
		List<String> missing = new ArrayList<>();
		for (Program program : all()) {
			if (!Application.of(this.repository, program.name()).isBuilt()) {
				missing.add(program.name());
			}
		}
		return missing;
	}

	/** Will make the class caches that are missing. */
	public MakeCaches missingCaches() throws IOException {
		return new MakeCaches(this.home, services().stream().filter(service -> !service.cache().exists()).toList());
	}

	private BootService service(String name, Layer layer, List<Integer> listens, Map<String, String> own)
			throws IOException {
		Map<String, String> environment = new HashMap<>(this.environments.common());
		environment.put("PORT", Integer.toString(listens.getFirst()));
		environment.putAll(own);
		return new BootService(this.home, name, listens, layer, Application.of(this.repository, name), environment);
	}

}

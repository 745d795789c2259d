package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.local.server.Databases;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Ports;
import city.plaza.local.suite.Program;

/** Plaza's own services, and what each of them is told through its environment. */
public final class Services {

	private final Path repository;

	private final Home home;

	private final Ports ports;

	public Services(Path repository, Home home, Ports ports) {
		this.repository = repository;
		this.home = home;
		this.ports = ports;
	}

	/** All of them, whether built or not; {@link #missing()} tells which are not. */
	public List<Program> all() throws IOException {
		return List.copyOf(services());
	}

	private List<BootService> services() throws IOException {
		List<BootService> all = new ArrayList<>();
		all.add(service("discovery", Layer.SERVER, List.of(this.ports.discovery()), Map.of()));
		all.add(service("identity-service", Layer.SERVICE, List.of(this.ports.identity()), identity()));
		all.add(service("account-link-service", Layer.SERVICE, List.of(this.ports.accountLink()),
				database("account_link")));
		all.add(service("billing-service", Layer.SERVICE, List.of(this.ports.billing()), billing()));
		all.add(service("notification-service", Layer.SERVICE, List.of(this.ports.notification()), notification()));
		all.add(service("portal", Layer.SERVICE, List.of(this.ports.portal()), Map.of()));
		all.add(service("gateway", Layer.DOOR, List.of(this.ports.gateway(), this.ports.gatewayManagement()),
				gateway()));
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
		Map<String, String> environment = new HashMap<>(common());
		environment.put("PORT", Integer.toString(listens.getFirst()));
		environment.putAll(own);
		return new BootService(this.home, name, listens, layer, Application.of(this.repository, name), environment);
	}

	private Map<String, String> common() {
		return Map.of("SPRING_PROFILES_ACTIVE", "development", "PLAZA_EUREKA_URL",
				"http://127.0.0.1:" + this.ports.discovery() + "/eureka/", "PLAZA_KAFKA_SERVERS",
				"127.0.0.1:" + this.ports.kafka(), "PLAZA_DB_HOST", "127.0.0.1", "PLAZA_DB_PORT",
				Integer.toString(this.ports.postgres()), "PLAZA_PUBLIC_URL", "http://localhost:" + this.ports.gateway(),
				"PLAZA_INSTANCE_HOST", "localhost", "MALLOC_ARENA_MAX", "2");
	}

	private static Map<String, String> database(String name) {
		return Map.of("PLAZA_DB_USER", name, "PLAZA_DB_PASSWORD", Databases.password(name));
	}

	private static Map<String, String> identity() {
		Map<String, String> environment = new HashMap<>(database("identity"));
		environment.put("PLAZA_IDENTITY_STAFF_0_EMAIL", Accounts.STAFF_EMAIL);
		environment.put("PLAZA_IDENTITY_STAFF_0_PASSWORD", Accounts.STAFF_PASSWORD);
		environment.put("PLAZA_IDENTITY_STAFF_0_GIVENNAME", "Finance");
		environment.put("PLAZA_IDENTITY_STAFF_0_FAMILYNAME", "Staff");
		environment.put("PLAZA_IDENTITY_STAFF_0_ROLES_0", Accounts.STAFF_ROLE);
		return environment;
	}

	private static Map<String, String> billing() {
		Map<String, String> environment = new HashMap<>(database("billing"));
		environment.put("PLAZA_CHECKOUT_EXPIRY", "2m");
		return environment;
	}

	private Map<String, String> notification() {
		Map<String, String> environment = new HashMap<>(database("notification"));
		environment.put("PLAZA_SMTP_HOST", "127.0.0.1");
		environment.put("PLAZA_SMTP_PORT", Integer.toString(this.ports.smtp()));
		return environment;
	}

	private Map<String, String> gateway() {
		return Map.of("PLAZA_DEV_INBOX_URL", "http://127.0.0.1:" + this.ports.inbox(), "PLAZA_MANAGEMENT_PORT",
				Integer.toString(this.ports.gatewayManagement()));
	}

}

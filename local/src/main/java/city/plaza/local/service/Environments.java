package city.plaza.local.service;

import java.util.HashMap;
import java.util.Map;

import city.plaza.local.server.Databases;
import city.plaza.local.suite.Ports;

/**
 * What each service is told through its environment. Only the gateway may be open to
 * other machines, and then without its way to the inbox: that shows everybody's mail.
 *
 * @param open whether other machines may reach the gateway
 */
record Environments(Ports ports, boolean open) {

	private static final String THIS_MACHINE = "127.0.0.1";

	private static final String EVERY_ADDRESS = "0.0.0.0";

	/** What all services are told; a service's own may replace it. */
	Map<String, String> common() {
		Map<String, String> environment = new HashMap<>();
		environment.put("SPRING_PROFILES_ACTIVE", "development");
		environment.put("SERVER_ADDRESS", THIS_MACHINE);
		environment.put("PLAZA_EUREKA_URL", "http://127.0.0.1:" + this.ports.discovery() + "/eureka/");
		environment.put("PLAZA_KAFKA_SERVERS", "127.0.0.1:" + this.ports.kafka());
		environment.put("PLAZA_DB_HOST", THIS_MACHINE);
		environment.put("PLAZA_DB_PORT", Integer.toString(this.ports.postgres()));
		environment.put("PLAZA_PUBLIC_URL", "http://localhost:" + this.ports.gateway());
		environment.put("PLAZA_INSTANCE_HOST", "localhost");
		environment.put("MALLOC_ARENA_MAX", "2");
		return environment;
	}

	static Map<String, String> database(String name) {
		return Map.of("PLAZA_DB_USER", name, "PLAZA_DB_PASSWORD", Databases.password(name));
	}

	static Map<String, String> identity() {
		Map<String, String> environment = new HashMap<>(database("identity"));
		environment.put("PLAZA_IDENTITY_STAFF_0_EMAIL", Accounts.STAFF_EMAIL);
		environment.put("PLAZA_IDENTITY_STAFF_0_PASSWORD", Accounts.STAFF_PASSWORD);
		environment.put("PLAZA_IDENTITY_STAFF_0_GIVENNAME", "Finance");
		environment.put("PLAZA_IDENTITY_STAFF_0_FAMILYNAME", "Staff");
		environment.put("PLAZA_IDENTITY_STAFF_0_ROLES_0", Accounts.STAFF_ROLE);
		return environment;
	}

	static Map<String, String> billing() {
		Map<String, String> environment = new HashMap<>(database("billing"));
		environment.put("PLAZA_CHECKOUT_EXPIRY", "2m");
		return environment;
	}

	Map<String, String> notification() {
		Map<String, String> environment = new HashMap<>(database("notification"));
		environment.put("PLAZA_SMTP_HOST", THIS_MACHINE);
		environment.put("PLAZA_SMTP_PORT", Integer.toString(this.ports.smtp()));
		return environment;
	}

	Map<String, String> gateway() {
		Map<String, String> environment = new HashMap<>();
		environment.put("PLAZA_MANAGEMENT_PORT", Integer.toString(this.ports.gatewayManagement()));
		environment.put("MANAGEMENT_SERVER_ADDRESS", THIS_MACHINE);
		if (this.open) {
			environment.put("SERVER_ADDRESS", EVERY_ADDRESS);
		}
		else {
			environment.put("PLAZA_DEV_INBOX_URL", "http://127.0.0.1:" + this.ports.inbox());
		}
		return environment;
	}

}

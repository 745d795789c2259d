package city.plaza.local.service;

import java.util.HashMap;
import java.util.Map;

import city.plaza.local.topology.Accounts;
import city.plaza.local.topology.Port;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;

/**
 * The environment variables of each service. Only the gateway may be open to other
 * machines, and then without its route to the inbox: that shows everybody's emails.
 *
 * @param open whether other machines may reach the gateway
 */
record Environments(Ports ports, boolean open) {

	private static final String THIS_MACHINE = "127.0.0.1";

	private static final String EVERY_ADDRESS = "0.0.0.0";

	/** All variables of a service. */
	Map<String, String> of(Service service) {
		Map<String, String> environment = new HashMap<>(common());
		environment.put("PORT", number(service.port()));
		environment.putAll(switch (service) {
			case IDENTITY -> identity();
			case BILLING -> Map.of("PLAZA_CHECKOUT_EXPIRY", "2m");
			case NOTIFICATION -> Map.of("PLAZA_SMTP_HOST", THIS_MACHINE, "PLAZA_SMTP_PORT", number(Port.SMTP));
			case GATEWAY -> gateway();
			case DISCOVERY -> Map.of("EUREKA_SERVER_USEREADONLYRESPONSECACHE", "false");
			case ACCOUNT_LINK, PORTAL -> Map.of();
		});
		return environment;
	}

	private Map<String, String> common() {
		Map<String, String> environment = new HashMap<>();
		environment.put("SPRING_PROFILES_ACTIVE", "development");
		environment.put("SERVER_ADDRESS", THIS_MACHINE);
		environment.put("PLAZA_EUREKA_URL", "http://127.0.0.1:" + number(Port.DISCOVERY) + "/eureka/");
		environment.put("PLAZA_KAFKA_SERVERS", "127.0.0.1:" + number(Port.KAFKA));
		environment.put("PLAZA_DB_HOST", THIS_MACHINE);
		environment.put("PLAZA_DB_PORT", number(Port.POSTGRES));
		environment.put("PLAZA_PUBLIC_URL", this.ports.gatewayUrl());
		environment.put("PLAZA_INSTANCE_HOST", "localhost");
		environment.put("MALLOC_ARENA_MAX", "2");
		// A start waits for the registry twice: the services for identity-service's keys,
		// the gateway for all of them. Here a few processes ask a register beside them.
		environment.put("EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "1");
		environment.put("SPRING_CLOUD_LOADBALANCER_CACHE_TTL", "200ms");
		return environment;
	}

	private Map<String, String> identity() {
		Map<String, String> environment = new HashMap<>();
		environment.putAll(staff(0, Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD, "Finance", Accounts.STAFF_ROLE));
		environment.putAll(staff(1, Accounts.ADMINISTRATOR_EMAIL, Accounts.ADMINISTRATOR_PASSWORD, "Administrator",
				Accounts.ADMINISTRATOR_ROLE));
		// The sample city had another portal before, as its notice of the sign-in says.
		environment.put("PLAZA_IDENTITY_LEGACY_CUT_OVER", "2024-06-28");
		if (this.open) {
			// Its pages are on this machine alone.
			return environment;
		}
		environment.put("PLAZA_OIDC_ISSUER", provider("test-id"));
		environment.put("PLAZA_OIDC_CLIENT_ID", "plaza");
		environment.put("PLAZA_OIDC_CLIENT_SECRET", Accounts.PROVIDER_SECRET);
		environment.put("PLAZA_OIDC_NAME", "Test ID");
		environment.put("PLAZA_IDENTITY_SOCIAL_PROVIDERS_OTHER_ISSUER", provider("other-id"));
		environment.put("PLAZA_IDENTITY_SOCIAL_PROVIDERS_OTHER_CLIENTID", "plaza");
		environment.put("PLAZA_IDENTITY_SOCIAL_PROVIDERS_OTHER_CLIENTSECRET", Accounts.PROVIDER_SECRET);
		environment.put("PLAZA_IDENTITY_SOCIAL_PROVIDERS_OTHER_NAME_EN", "Other ID");
		return environment;
	}

	private String provider(String issuer) {
		return "http://localhost:" + number(Port.SIGN_IN) + "/" + issuer;
	}

	private static Map<String, String> staff(int index, String email, String password, String name, String role) {
		String member = "PLAZA_IDENTITY_STAFF_" + index + "_";
		return Map.of(member + "EMAIL", email, member + "PASSWORD", password, member + "GIVENNAME", name,
				member + "FAMILYNAME", "Staff", member + "ROLES_0", role);
	}

	private Map<String, String> gateway() {
		Map<String, String> environment = new HashMap<>();
		environment.put("PLAZA_MANAGEMENT_PORT", number(Port.GATEWAY_MANAGEMENT));
		environment.put("MANAGEMENT_SERVER_ADDRESS", THIS_MACHINE);
		if (this.open) {
			environment.put("SERVER_ADDRESS", EVERY_ADDRESS);
		}
		else {
			environment.put("PLAZA_DEV_INBOX_URL", "http://127.0.0.1:" + number(Port.INBOX));
		}
		return environment;
	}

	private String number(Port port) {
		return Integer.toString(this.ports.of(port));
	}

}

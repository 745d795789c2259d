package city.plaza.local.service;

import java.util.HashMap;
import java.util.Map;

import city.plaza.local.suite.Ports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentsTests {

	private final Environments closed = new Environments(new Ports(0), false);

	private final Environments open = new Environments(new Ports(0), true);

	@Test
	void everyServiceListensOnThisMachineOnly() {
		assertThat(this.closed.common()).containsEntry("SERVER_ADDRESS", "127.0.0.1");
		assertThat(gateway(this.closed)).containsEntry("SERVER_ADDRESS", "127.0.0.1")
			.containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
			.containsKey("PLAZA_DEV_INBOX_URL");
	}

	@Test
	void onlyTheGatewayOpensAndItShowsNoMailsThen() {
		assertThat(this.open.common()).containsEntry("SERVER_ADDRESS", "127.0.0.1");
		assertThat(gateway(this.open)).containsEntry("SERVER_ADDRESS", "0.0.0.0")
			.containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
			.doesNotContainKey("PLAZA_DEV_INBOX_URL");
	}

	@Test
	void namesTheDevelopmentProfile() {
		assertThat(this.closed.common()).containsEntry("SPRING_PROFILES_ACTIVE", "development");
	}

	private static Map<String, String> gateway(Environments environments) {
		Map<String, String> environment = new HashMap<>(environments.common());
		environment.putAll(environments.gateway());
		return environment;
	}

}

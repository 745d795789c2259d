package city.plaza.gateway;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A gateway with a service of each name behind it. One context for all tests of routes
 * and calls.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false", "management.server.port=0", "plaza.gateway.timeout=700ms",
				"plaza.gateway.session.timeout=500ms", "plaza.gateway.session.remembered=200ms" })
@AutoConfigureWebTestClient(timeout = "20s")
abstract class GatewayTest {

	static final Upstream identity = new Upstream("identity-service");

	static final Upstream links = new Upstream("account-link-service");

	static final Upstream billing = new Upstream("billing-service");

	static final Upstream notification = new Upstream("notification-service");

	static final Upstream portal = new Upstream("portal");

	static final Upstream inbox = new Upstream("inbox");

	@Autowired
	WebTestClient browser;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		Map.of("identity-service", identity, "account-link-service", links, "billing-service", billing,
				"notification-service", notification, "portal", portal)
			.forEach((name, upstream) -> properties
				.add("spring.cloud.discovery.client.simple.instances." + name + "[0].uri", upstream::uri));
		properties.add("plaza.gateway.dev-inbox", inbox::uri);
		// Of a file that a test can send; what is set for real takes longer.
		properties.add("plaza.gateway.max-file", () -> "32MB");
	}

	@BeforeEach
	@AfterEach
	void reset() {
		for (Upstream upstream : new Upstream[] { identity, links, billing, notification, portal, inbox }) {
			upstream.reset();
		}
	}

	/** Of the form that identity-service gives its sessions. */
	static String session(String name) {
		return "s" + "-".repeat(42 - name.length()) + name;
	}

}

package city.plaza.gateway;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway as it stands on a platform where Spring Boot would believe forwarding headers
 * by itself, with two proxies named. One context for all tests of the edge.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false", "management.server.port=0",
				"spring.main.cloud-platform=kubernetes", "plaza.public-url=https://plaza.example",
				"plaza.gateway.client.trusted-proxies=127.0.0.77,127.0.0.78", "plaza.gateway.connection.head-time=1s",
				"plaza.gateway.connection.body-wait=2s", "plaza.gateway.connection.rest-time=1s",
				"plaza.gateway.connection.write-stall=1s", "plaza.gateway.connection.per-network=40",
				"plaza.gateway.body.deadline=1s", "plaza.gateway.body.held=1MB", "server.netty.idle-timeout=3s",
				"plaza.gateway.timeout=20s", "plaza.gateway.session.timeout=20s",
				"plaza.gateway.limit.rates.link.burst=3", "plaza.gateway.limit.rates.link.per=1h",
				"plaza.gateway.limit.rates.guesses.burst=20", "plaza.gateway.limit.rates.guesses.per=1h" })
abstract class EdgeTest {

	static final Upstream identity = new Upstream("identity-service");

	static final Upstream links = new Upstream("account-link-service");

	static final Upstream billing = new Upstream("billing-service");

	static final Upstream portal = new Upstream("portal");

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		for (Upstream upstream : List.of(identity, links, billing, portal)) {
			properties.add("spring.cloud.discovery.client.simple.instances." + upstream.name() + "[0].uri",
					upstream::uri);
		}
	}

	@BeforeEach
	@AfterEach
	void reset() {
		for (Upstream upstream : List.of(identity, links, billing, portal)) {
			upstream.reset();
		}
	}

}

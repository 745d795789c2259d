package city.plaza.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gateway before real HTTP servers that take thousands of calls. One context for all
 * tests under load.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false", "management.server.port=0", "plaza.gateway.timeout=2s",
				"plaza.gateway.write-timeout=2s", "plaza.calls.breaker.open-for=500ms", "plaza.calls.avoid=2s",
				// All visitors share an address here.
				"plaza.gateway.limit.rates.general.burst=1000000", "plaza.gateway.limit.rates.link.burst=1000000",
				"plaza.gateway.limit.rates.payment.burst=1000000", "plaza.gateway.limit.rates.sign-in.burst=1000000",
				"plaza.gateway.limit.rates.sign-up.burst=1000000" })
abstract class LoadTest {

	static final StubService billing = new StubService();

	static final StubService identity = new StubService();

	static final StubService portal = new StubService();

	/** The two instances of account-link-service. */
	static final StubService one = new StubService();

	static final StubService two = new StubService();

	static final HttpClient visitor = HttpClient
		.create(ConnectionProvider.builder("visitor").maxConnections(2000).pendingAcquireMaxCount(-1).build());

	static final HttpClient neighbour = HttpClient.create(ConnectionProvider.newConnection())
		.bindAddress(() -> new InetSocketAddress("127.0.0.2", 0));

	@Autowired
	CircuitBreakerRegistry breakers;

	@LocalServerPort
	int port;

	/** What came back; the type is that of the body. */
	record Answer(int status, @Nullable String retryAfter, String type) {

		boolean isServedOrPolite() {
			return this.status == 200 || isPolite();
		}

		boolean isPolite() {
			return this.status == 503 && this.retryAfter != null;
		}

	}

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		Map.of("billing-service", billing, "identity-service", identity, "portal", portal)
			.forEach((name, stub) -> properties
				.add("spring.cloud.discovery.client.simple.instances." + name + "[0].uri", stub::uri));
		properties.add("spring.cloud.discovery.client.simple.instances.account-link-service[0].uri", one::uri);
		properties.add("spring.cloud.discovery.client.simple.instances.account-link-service[1].uri", two::uri);
	}

	@BeforeEach
	void allIsWell() {
		List.of(billing, identity, portal, one, two).forEach(StubService::reset);
		for (String path : List.of("/api/v1/payments", "/api/v1/me", "/", "/api/v1/customer-links")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> ask(path).repeat(9).all((answer) -> answer.status() == 200).block());
		}
	}

	List<Answer> atOnce(int visitors, String path) {
		List<Answer> answers = Flux.range(0, visitors).flatMap((any) -> ask(path), visitors).collectList().block();
		assertThat(answers).hasSize(visitors);
		return answers;
	}

	Mono<Answer> ask(String path) {
		return ask(visitor, path);
	}

	Mono<Answer> ask(HttpClient client, String path) {
		return answer(client.request(HttpMethod.GET).uri("http://127.0.0.1:" + this.port + path));
	}

	Mono<Answer> post(Flux<byte[]> body) {
		return answer(visitor.post()
			.uri("http://127.0.0.1:" + this.port + "/api/v1/payments")
			.send(body.map(Unpooled::wrappedBuffer)));
	}

	static Mono<Answer> answer(HttpClient.ResponseReceiver<?> sent) {
		return sent.responseSingle((response, body) -> body
			.then(Mono.just(new Answer(response.status().code(), response.responseHeaders().get("Retry-After"),
					String.valueOf(response.responseHeaders().get("Content-Type"))))));
	}

}

package city.plaza.platform.calls;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;

class CallsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Calls calls = new Calls(
			new Binder(new MapConfigurationPropertySource(Map.of("plaza.calls.services.small-service.in-flight", 1,
					"plaza.calls.services.small-service.waiting", 4)))
				.bindOrCreate("plaza.calls", CallsSettings.class),
			CircuitBreakerRegistry.ofDefaults(), this.meters, new RefusalLog(), new Instances(Duration.ofSeconds(3)));

	@Test
	void areTheSameForEveryoneWhoAsks() {
		Set<ServiceCalls> found = ConcurrentHashMap.newKeySet();
		IntStream.range(0, 1_000).parallel().forEach((i) -> found.add(this.calls.of("billing-service")));
		assertThat(found).hasSize(1);
		assertThat(this.calls.of("identity-service")).isNotSameAs(this.calls.of("billing-service"));
		assertThat(this.calls.of("billing-service").service()).isEqualTo("billing-service");
	}

	@Test
	void showHowManyAreUnderWayAndWait() {
		ServiceCalls small = this.calls.of("small-service");
		Disposable held = small.run("a", false, Mono.<HttpStatusCode>never()).subscribe();
		Disposable waiting = small.run("b", false, Mono.<HttpStatusCode>never()).subscribe();
		assertThat(gauge("in.flight")).isOne();
		assertThat(gauge("waiting")).isOne();
		assertThat(gauge("width")).isOne();
		waiting.dispose();
		held.dispose();
		assertThat(gauge("in.flight")).isZero();
		assertThat(gauge("waiting")).isZero();
	}

	@Test
	void doNotUseUpTheRoomOfAnotherPart() {
		this.calls.of("small-service").run("a", false, Mono.<HttpStatusCode>never()).subscribe();
		assertThat(this.calls.of("small-service-files").places().inFlight()).isZero();
	}

	private double gauge(String name) {
		return this.meters.get("plaza.calls." + name).tag("service", "small-service").gauge().value();
	}

}

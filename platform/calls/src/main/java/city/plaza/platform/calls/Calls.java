package city.plaza.platform.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The calls of every service, by its name. */
public final class Calls {

	private final CallsSettings settings;

	private final CircuitBreakerRegistry breakers;

	private final MeterRegistry meters;

	private final RefusalLog log;

	private final Instances instances;

	private final Map<String, ServiceCalls> services = new ConcurrentHashMap<>();

	Calls(CallsSettings settings, CircuitBreakerRegistry breakers, MeterRegistry meters, RefusalLog log,
			Instances instances) {
		this.settings = settings;
		this.breakers = breakers;
		this.meters = meters;
		this.log = log;
		this.instances = instances;
	}

	/**
	 * The calls of a service; the same for everyone who asks.
	 * @param service its name, or a name for a part of it that must not use up the rest
	 * @return its places and its breaker
	 */
	public ServiceCalls of(String service) {
		return this.services.computeIfAbsent(service, this::open);
	}

	/**
	 * Follows one call over the instances it is tried on.
	 * @param isQuestion whether it may be asked twice, so that it may try an instance
	 * that has just come or failed a moment ago
	 * @return its watch
	 */
	public InstanceWatch watch(boolean isQuestion) {
		return new InstanceWatch(this.instances, isQuestion, this.settings.slow());
	}

	private ServiceCalls open(String service) {
		ServiceCalls calls = new ServiceCalls(service, this.settings.roomOf(service),
				this.breakers.circuitBreaker(service), this.log);
		gauge("plaza.calls.in.flight", service, calls.places(), Places::inFlight);
		gauge("plaza.calls.waiting", service, calls.places(), Places::waiting);
		gauge("plaza.calls.width", service, calls.places(), Places::width);
		return calls;
	}

	private void gauge(String name, String service, Places places, ToDoubleFunction<Places> count) {
		Gauge.builder(name, places, count).tag("service", service).register(this.meters);
	}

}

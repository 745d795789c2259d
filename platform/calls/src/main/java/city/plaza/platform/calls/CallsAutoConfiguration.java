package city.plaza.platform.calls;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;

/** Room and breakers for the services a process calls. */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@EnableConfigurationProperties(CallsSettings.class)
@LoadBalancerClients(defaultConfiguration = ChoiceConfiguration.class)
class CallsAutoConfiguration {

	@Bean
	CircuitBreakerRegistry circuitBreakers(CallsSettings settings) {
		CallsSettings.Breaker breaker = settings.breaker();
		return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(breaker.calls())
			.minimumNumberOfCalls(breaker.minimum())
			.failureRateThreshold(breaker.failures())
			.waitDurationInOpenState(breaker.openFor())
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.permittedNumberOfCallsInHalfOpenState(breaker.trials())
			.recordException(ServiceFailures::isFailure)
			.recordResult(ServiceFailures::isFailure)
			.writableStackTraceEnabled(false)
			.build());
	}

	@Bean
	RefusalLog refusalLog() {
		return new RefusalLog();
	}

	@Bean
	Instances instances(CallsSettings settings) {
		return new Instances(settings.avoid());
	}

	@Bean
	Calls calls(CallsSettings settings, CircuitBreakerRegistry breakers, ObjectProvider<MeterRegistry> meters,
			RefusalLog log, Instances instances) {
		MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
		return new Calls(settings, breakers, registry, log, instances);
	}

}

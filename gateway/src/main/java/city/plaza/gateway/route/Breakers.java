package city.plaza.gateway.route;

import java.time.Duration;

import city.plaza.platform.guard.Production;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;

import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** When a service counts as away, and for how long it is left alone. */
@Configuration(proxyBeanMethods = false)
class Breakers {

	private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
		.slidingWindowSize(20)
		.minimumNumberOfCalls(10)
		.failureRateThreshold(50)
		.waitDurationInOpenState(Duration.ofSeconds(2))
		.permittedNumberOfCallsInHalfOpenState(3)
		.automaticTransitionFromOpenToHalfOpenEnabled(true)
		.build();

	@Bean
	Customizer<ReactiveResilience4JCircuitBreakerFactory> breakerDefaults(RouteSettings settings) {
		return (factory) -> {
			factory.configureDefault((id) -> breaker(id, settings.timeout()));
			factory.configure((builder) -> builder.timeLimiterConfig(wait(settings.fileTimeout())),
					"billing-service-files", "portal-files");
		};
	}

	/** A door to everybody's mail must not be left open where residents are real. */
	@Bean
	InboxGuard inboxGuard(RouteSettings settings, Environment environment) {
		if (settings.devInbox() != null && Production.appliesTo(environment)) {
			throw new IllegalStateException(
					"plaza.gateway.dev-inbox (PLAZA_DEV_INBOX_URL) is for local runs only: unset it in production.");
		}
		return new InboxGuard();
	}

	private static Resilience4JConfigBuilder.Resilience4JCircuitBreakerConfiguration breaker(String id,
			Duration timeout) {
		return new Resilience4JConfigBuilder(id).circuitBreakerConfig(BREAKER).timeLimiterConfig(wait(timeout)).build();
	}

	private static TimeLimiterConfig wait(Duration timeout) {
		return TimeLimiterConfig.custom().timeoutDuration(timeout).build();
	}

	static final class InboxGuard {

	}

}

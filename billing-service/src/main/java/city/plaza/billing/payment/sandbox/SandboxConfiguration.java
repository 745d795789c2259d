package city.plaza.billing.payment.sandbox;

import java.time.Duration;

import city.plaza.platform.guard.Production;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;

/** Refuses production, and keeps the notifications going out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class SandboxConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);

	private final DeliverNotifications deliverNotifications;

	SandboxConfiguration(DeliverNotifications deliverNotifications) {
		this.deliverNotifications = deliverNotifications;
	}

	/** Before the first bean is made: nothing is touched by a start that is refused. */
	@Bean
	static BeanFactoryPostProcessor noSandboxInProduction(Environment environment) {
		return (beans) -> {
			if (Production.appliesTo(environment)) {
				throw new SandboxInProductionException();
			}
		};
	}

	@Scheduled(fixedDelayString = "${plaza.billing.payment.sandbox.delivery-interval}")
	Mono<Void> deliver() {
		// The method is called once; what it gives is subscribed to for each round.
		return Mono.defer(this.deliverNotifications::deliver)
			.then()
			.timeout(Duration.ofMinutes(3))
			.onErrorResume((error) -> {
				log.warn("Notifications could not be delivered this time: {}", error.toString());
				return Mono.empty();
			});
	}

}

package city.plaza.billing.payment.sandbox;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the notifications going out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class SandboxConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);

	private final DeliverNotifications deliverNotifications;

	SandboxConfiguration(DeliverNotifications deliverNotifications) {
		this.deliverNotifications = deliverNotifications;
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

package city.plaza.notification.link;

import city.plaza.platform.events.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	@Bean
	Subscription linkSubscription(TellOfLink tell) {
		return Subscription.of("links", "account-link.links")
			.on("AccountLinked", LinkChanged.class, tell::linked)
			.on("AccountUnlinked", LinkChanged.class, tell::unlinked);
	}

}

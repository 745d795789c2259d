package city.plaza.notification.contact;

import city.plaza.platform.events.inbox.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

	@Bean
	Subscription residentSubscription(KeepContact keepContact) {
		return Subscription.of("contacts", "identity.residents")
			.on("ResidentRegistered", ResidentRegistered.class, keepContact::keep);
	}

}

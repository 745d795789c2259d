package city.plaza.accountlink.customer;

import city.plaza.platform.events.inbox.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

	@Bean
	Subscription customerSubscription(KeepCustomer keepCustomer) {
		return Subscription.of("customers", "billing.customers")
			.on("CustomerChanged", CustomerChanged.class, keepCustomer::keep);
	}

}

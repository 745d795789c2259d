package city.plaza.accountlink.customer;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

	@Bean
	EventConsumer customerConsumer(KeepCustomers keepCustomers) {
		return EventConsumer.of("customers", "billing.customers")
			.together()
			.onMany(CustomerChanged.TYPE, CustomerChanged.class, keepCustomers::keep);
	}

}

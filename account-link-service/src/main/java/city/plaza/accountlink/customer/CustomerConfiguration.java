package city.plaza.accountlink.customer;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

	@Bean
	EventConsumer customerConsumer(KeepCustomer keepCustomer) {
		return EventConsumer.of("customers", "billing.customers")
			.on(CustomerChanged.TYPE, CustomerChanged.class, keepCustomer::keep);
	}

}

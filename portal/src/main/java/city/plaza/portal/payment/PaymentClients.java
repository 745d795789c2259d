package city.plaza.portal.payment;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentClients {

	@Bean
	Payments payments(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, Payments.class);
	}

}

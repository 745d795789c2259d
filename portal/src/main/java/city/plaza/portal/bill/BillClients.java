package city.plaza.portal.bill;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillClients {

	@Bean
	Bills bills(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, Bills.class);
	}

}

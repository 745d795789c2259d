package city.plaza.portal.lookup;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LookupClients {

	@Bean
	BillLookups billLookups(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, BillLookups.class);
	}

}

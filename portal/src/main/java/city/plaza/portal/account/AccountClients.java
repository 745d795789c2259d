package city.plaza.portal.account;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountClients {

	@Bean
	Residents residents(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Residents.class);
	}

}

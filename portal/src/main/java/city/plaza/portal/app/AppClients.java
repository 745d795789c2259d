package city.plaza.portal.app;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppClients {

	@Bean
	Authorizations authorizations(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Authorizations.class);
	}

}

package city.plaza.portal.email;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmailClients {

	@Bean
	EmailChanges emailChanges(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, EmailChanges.class);
	}

}

package city.plaza.portal.registration;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationClients {

	@Bean
	Registrations registrations(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Registrations.class);
	}

}

package city.plaza.portal.password;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasswordClients {

	@Bean
	Passwords passwords(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Passwords.class);
	}

}

package city.plaza.portal.completion;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CompletionClients {

	@Bean
	MyRegistration myRegistration(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, MyRegistration.class);
	}

}

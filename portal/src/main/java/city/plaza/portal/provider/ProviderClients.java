package city.plaza.portal.provider;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProviderClients {

	@Bean
	ProviderList providerList(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, ProviderList.class);
	}

}

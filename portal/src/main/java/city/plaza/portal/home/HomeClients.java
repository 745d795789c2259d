package city.plaza.portal.home;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeClients {

	@Bean
	Summaries summaries(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, Summaries.class);
	}

}

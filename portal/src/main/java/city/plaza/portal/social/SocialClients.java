package city.plaza.portal.social;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SocialClients {

	@Bean
	SocialSignIns socialSignIns(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, SocialSignIns.class);
	}

}

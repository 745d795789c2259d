package city.plaza.portal.cutover;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CutOverClients {

	@Bean
	CutOverDate cutOverDate(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, CutOverDate.class);
	}

}

package city.plaza.portal.device;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeviceClients {

	@Bean
	OwnSessions ownSessions(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, OwnSessions.class);
	}

}

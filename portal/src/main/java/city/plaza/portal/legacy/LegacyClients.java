package city.plaza.portal.legacy;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LegacyClients {

	@Bean
	LegacyResidents legacyResidents(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, LegacyResidents.class);
	}

	@Bean
	LegacyFiles legacyFiles(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY_FILES, LegacyFiles.class);
	}

}

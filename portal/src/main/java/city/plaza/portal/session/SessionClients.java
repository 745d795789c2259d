package city.plaza.portal.session;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionClients {

	@Bean
	BrowserSessions browserSessions(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, BrowserSessions.class);
	}

	@Bean
	SecondSteps secondSteps(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, SecondSteps.class);
	}

	@Bean
	BrowserPasskeys browserPasskeys(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, BrowserPasskeys.class);
	}

}

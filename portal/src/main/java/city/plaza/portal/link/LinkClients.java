package city.plaza.portal.link;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkClients {

	@Bean
	CustomerLinks customerLinks(ServiceClients clients) {
		return clients.client(ServiceName.ACCOUNT_LINK, CustomerLinks.class);
	}

	@Bean
	LinkDisputes linkDisputes(ServiceClients clients) {
		return clients.client(ServiceName.ACCOUNT_LINK, LinkDisputes.class);
	}

}

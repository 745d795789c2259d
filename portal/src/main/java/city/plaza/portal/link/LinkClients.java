package city.plaza.portal.link;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkClients {

	@Bean
	CustomerLinks customerLinks(Neighbours neighbours) {
		return neighbours.client(Neighbour.ACCOUNT_LINK, CustomerLinks.class);
	}

	@Bean
	LinkDisputes linkDisputes(Neighbours neighbours) {
		return neighbours.client(Neighbour.ACCOUNT_LINK, LinkDisputes.class);
	}

}

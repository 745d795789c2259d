package city.plaza.portal.account;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountClients {

	@Bean
	Residents residents(Neighbours neighbours) {
		return neighbours.client(Neighbour.IDENTITY, Residents.class);
	}

}

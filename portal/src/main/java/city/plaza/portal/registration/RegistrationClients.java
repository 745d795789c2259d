package city.plaza.portal.registration;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationClients {

	@Bean
	Registrations registrations(Neighbours neighbours) {
		return neighbours.client(Neighbour.IDENTITY, Registrations.class);
	}

}

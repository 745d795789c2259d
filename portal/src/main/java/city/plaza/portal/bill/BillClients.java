package city.plaza.portal.bill;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillClients {

	@Bean
	Bills bills(Neighbours neighbours) {
		return neighbours.client(Neighbour.BILLING, Bills.class);
	}

}

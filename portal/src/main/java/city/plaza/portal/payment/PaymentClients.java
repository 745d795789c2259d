package city.plaza.portal.payment;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentClients {

	@Bean
	Payments payments(Neighbours neighbours) {
		return neighbours.client(Neighbour.BILLING, Payments.class);
	}

}

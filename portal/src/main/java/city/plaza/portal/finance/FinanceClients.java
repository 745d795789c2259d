package city.plaza.portal.finance;

import city.plaza.portal.neighbour.Neighbour;
import city.plaza.portal.neighbour.Neighbours;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FinanceClients {

	@Bean
	FinanceFiles financeFiles(Neighbours neighbours) {
		return neighbours.client(Neighbour.BILLING_FILES, FinanceFiles.class);
	}

	@Bean
	PaymentExceptions paymentExceptions(Neighbours neighbours) {
		return neighbours.client(Neighbour.BILLING, PaymentExceptions.class);
	}

	@Bean
	Exports exports(Neighbours neighbours) {
		return neighbours.client(Neighbour.BILLING, Exports.class);
	}

}

package city.plaza.portal.finance;

import city.plaza.portal.client.ServiceName;
import city.plaza.portal.client.ServiceClients;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FinanceClients {

	@Bean
	FinanceFiles financeFiles(ServiceClients clients) {
		return clients.client(ServiceName.BILLING_FILES, FinanceFiles.class);
	}

	@Bean
	ImportRuns importRuns(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, ImportRuns.class);
	}

	@Bean
	FoundPayments foundPayments(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, FoundPayments.class);
	}

	@Bean
	ResidentLookup residentLookup(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, ResidentLookup.class);
	}

	@Bean
	PaymentExceptions paymentExceptions(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, PaymentExceptions.class);
	}

	@Bean
	Exports exports(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, Exports.class);
	}

}

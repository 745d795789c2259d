package city.plaza.portal.leave;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeaveClients {

	@Bean
	Deletions deletions(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, Deletions.class);
	}

	@Bean
	OwnData.OfIdentity dataOfIdentity(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, OwnData.OfIdentity.class);
	}

	@Bean
	OwnData.OfLinks dataOfLinks(ServiceClients clients) {
		return clients.client(ServiceName.ACCOUNT_LINK, OwnData.OfLinks.class);
	}

	@Bean
	OwnData.OfBilling dataOfBilling(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, OwnData.OfBilling.class);
	}

	@Bean
	OwnData.OfNotices dataOfNotices(ServiceClients clients) {
		return clients.client(ServiceName.NOTIFICATION, OwnData.OfNotices.class);
	}

}

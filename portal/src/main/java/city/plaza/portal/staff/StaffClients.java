package city.plaza.portal.staff;

import city.plaza.portal.client.ServiceClients;
import city.plaza.portal.client.ServiceName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffClients {

	@Bean
	StaffPeople staffPeople(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, StaffPeople.class);
	}

	@Bean
	AuditTrails.OfIdentity identityTrail(ServiceClients clients) {
		return clients.client(ServiceName.IDENTITY, AuditTrails.OfIdentity.class);
	}

	@Bean
	AuditTrails.OfBilling billingTrail(ServiceClients clients) {
		return clients.client(ServiceName.BILLING, AuditTrails.OfBilling.class);
	}

}

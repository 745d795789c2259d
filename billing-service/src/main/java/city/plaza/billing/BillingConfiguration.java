package city.plaza.billing;

import city.plaza.platform.security.AccessRules;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service's wiring: who may call what, its settings and schedules. Which customer a
 * resident may see is decided by the links, in the queries.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class BillingConfiguration {

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/api/v1/finance/audit-entries")
			.hasRole("administrator")
			.pathMatchers("/api/v1/finance/**")
			.hasRole("finance")
			.pathMatchers("/api/v1/customers/**", "/api/v1/bills/**", "/api/v1/payments/**", "/api/v1/billing-summary")
			.authenticated()
			// Whoever has a bill in hand; guessing is counted.
			.pathMatchers("/api/v1/bill-lookups/**")
			.permitAll()
			// The provider signs what it says; its pages ask for no account.
			.pathMatchers("/api/v1/provider-notifications/**", "/sandbox-provider/**", "/v3/api-docs/**")
			.permitAll();
	}

}

package city.plaza.accountlink;

import city.plaza.platform.security.AccessRules;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

/** The service's wiring: who may call what, and its settings. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class AccountLinkConfiguration {

	@Bean
	AccessRules accessRules() {
		// The token of a mail is the proof.
		return (access) -> access.pathMatchers(HttpMethod.POST, "/api/v1/customer-links/disputes")
			.permitAll()
			.pathMatchers("/api/v1/customer-links/**")
			.access((caller, request) -> caller.map(AccountLinkConfiguration::isResident)
				.map(AuthorizationDecision::new));
	}

	/** Staff have no customer accounts of their own: their tokens link nothing. */
	private static boolean isResident(Authentication caller) {
		return caller.isAuthenticated() && caller.getAuthorities()
			.stream()
			.noneMatch((authority) -> String.valueOf(authority.getAuthority()).startsWith("ROLE_"));
	}

}

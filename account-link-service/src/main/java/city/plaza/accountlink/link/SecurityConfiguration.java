package city.plaza.accountlink.link;

import city.plaza.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	AccessRules accessRules() {
		// The token of a mail is the proof.
		return (access) -> access.pathMatchers(HttpMethod.POST, "/api/v1/customer-links/disputes")
			.permitAll()
			.pathMatchers("/api/v1/customer-links/**")
			.access((caller, request) -> caller.map(SecurityConfiguration::isResident).map(AuthorizationDecision::new));
	}

	/** Staff have no customer accounts of their own: their tokens link nothing. */
	private static boolean isResident(Authentication caller) {
		return caller.isAuthenticated() && caller.getAuthorities()
			.stream()
			.noneMatch((authority) -> String.valueOf(authority.getAuthority()).startsWith("ROLE_"));
	}

}

package city.plaza.accountlink.link;

import city.plaza.platform.security.ResourceServer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityWebFilterChain api(ServerHttpSecurity http, ResourceServer server) {
		return server.guard(http,
				// The token of a mail is the proof.
				(access) -> access.pathMatchers(HttpMethod.POST, "/api/v1/customer-links/disputes")
					.permitAll()
					.pathMatchers("/api/v1/customer-links/**")
					.access((caller, request) -> caller.map(SecurityConfiguration::isResident)
						.map(AuthorizationDecision::new)));
	}

	/** Staff have no customer accounts of their own: their tokens link nothing. */
	private static boolean isResident(Authentication caller) {
		return caller.isAuthenticated() && caller.getAuthorities()
			.stream()
			.noneMatch((authority) -> String.valueOf(authority.getAuthority()).startsWith("ROLE_"));
	}

}

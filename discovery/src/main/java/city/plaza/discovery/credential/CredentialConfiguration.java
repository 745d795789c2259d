package city.plaza.discovery.credential;

import com.netflix.eureka.registry.PeerAwareInstanceRegistry;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Whoever has a credential may read the register; each changes the entries of its own
 * name only. Replication between registers is off: one that is started again is filled by
 * the services within seconds.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialSettings.class)
class CredentialConfiguration {

	@Bean
	SecurityFilterChain requests(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.httpBasic(Customizer.withDefaults())
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
						.permitAll()
						.requestMatchers(HttpMethod.GET)
						.authenticated()
						.requestMatchers("/eureka/apps/{name}", "/eureka/apps/{name}/**")
						.access(ownName())
						.anyRequest()
						.denyAll())
			.build();
	}

	@Bean
	InMemoryUserDetailsManager users(CredentialSettings settings, PasswordEncoder encoder) {
		return new InMemoryUserDetailsManager(settings.passwords()
			.entrySet()
			.stream()
			.map((credential) -> user(credential.getKey(), String.valueOf(encoder.encode(credential.getValue()))))
			.toList());
	}

	@Bean
	static PasswordEncoder passwordEncoder() {
		return new DigestEncoder();
	}

	@Bean
	static BeanPostProcessor ownNameOnly() {
		return new OwnNameOnly(PeerAwareInstanceRegistry.class);
	}

	private static UserDetails user(String name, String password) {
		return User.withUsername(name).password(password).authorities("SERVICE").build();
	}

	private static AuthorizationManager<RequestAuthorizationContext> ownName() {
		return (authentication, request) -> {
			var caller = authentication.get();
			return new AuthorizationDecision(caller != null && caller.isAuthenticated()
					&& caller.getName().equalsIgnoreCase(request.getVariables().get("name")));
		};
	}

}

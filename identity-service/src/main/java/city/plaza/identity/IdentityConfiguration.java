package city.plaza.identity;

import city.plaza.platform.security.AccessRules;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.security.authorization.AuthorityReactiveAuthorizationManager;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service's wiring: who may call what, and its settings. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class IdentityConfiguration {

	@Bean
	AccessRules accessRules() {
		return (access) -> access
			.pathMatchers(HttpMethod.POST, "/api/v1/registrations", "/api/v1/registrations/*/codes",
					"/api/v1/registrations/*/confirmation", "/api/v1/password-resets",
					"/api/v1/password-resets/*/codes", "/api/v1/password-resets/*/completion", "/oauth2/token",
					"/oauth2/revoke", "/internal/v1/authorizations/check", "/api/v1/email-change-undos",
					"/api/v1/sessions", "/api/v1/sessions/refresh", "/api/v1/sessions/second-factor",
					"/api/v1/sessions/second-factor/authenticator", "/api/v1/sessions/second-factor/passkey/options",
					"/api/v1/sessions/second-factor/passkeys/options", "/api/v1/sessions/passkey",
					"/api/v1/sessions/passkey/options")
			.permitAll()
			.pathMatchers(HttpMethod.POST, "/api/v1/sessions/current/proof", "/api/v1/sessions/current/proof/**")
			.authenticated()
			.pathMatchers("/api/v1/me/second-factor", "/api/v1/me/second-factor/**")
			.authenticated()
			.pathMatchers(HttpMethod.DELETE, "/api/v1/sessions/current")
			.authenticated()
			.pathMatchers(HttpMethod.GET, "/api/v1/me", "/api/v1/me/registration")
			.authenticated()
			.pathMatchers(HttpMethod.POST, "/api/v1/me/registration")
			.authenticated()
			.pathMatchers(HttpMethod.PUT, "/api/v1/me/acknowledgment", "/api/v1/me/contact", "/api/v1/me/address",
					"/api/v1/me/signature", "/api/v1/me/registration/drafts/*")
			.authenticated()
			.pathMatchers(HttpMethod.GET, "/api/v1/me/sessions")
			.authenticated()
			.pathMatchers(HttpMethod.DELETE, "/api/v1/me/sessions", "/api/v1/me/sessions/*")
			.authenticated()
			.pathMatchers(HttpMethod.POST, "/api/v1/me/sessions/*/report", "/api/v1/me/deletion",
					"/api/v1/me/data-copies", "/api/v1/me/email-changes", "/api/v1/me/email-changes/*/codes",
					"/api/v1/me/email-changes/*/confirmation")
			.authenticated()
			.pathMatchers(HttpMethod.PUT, "/api/v1/me/password", "/api/v1/me/name")
			.authenticated()
			.pathMatchers(HttpMethod.GET, "/api/v1/me/sign-in-methods")
			.authenticated()
			.pathMatchers(HttpMethod.POST, "/api/v1/me/sign-in-methods/*/removal",
					"/internal/v1/me/provider-connections")
			.authenticated()
			.pathMatchers(HttpMethod.POST, "/api/v1/residents/lookup")
			.hasRole("finance")
			.pathMatchers(HttpMethod.GET, "/api/v1/registrations/legacy")
			.permitAll()
			.pathMatchers(HttpMethod.POST, "/api/v1/legacy-residents/imports")
			.hasRole("finance")
			.pathMatchers(HttpMethod.POST, "/api/v1/legacy-residents/searches", "/api/v1/legacy-residents/*/hints")
			.access(AuthorityReactiveAuthorizationManager.hasAnyRole("help-desk", "administrator"))
			.pathMatchers(HttpMethod.POST, "/api/v1/staff/invitations/acceptance")
			.permitAll()
			.pathMatchers("/api/v1/staff/**")
			.hasRole("administrator")
			// Nothing from outside comes here, and each of them asks for a proof
			// of its own.
			.pathMatchers(HttpMethod.POST, "/internal/v1/browser-sessions", "/internal/v1/browser-sessions/token",
					"/internal/v1/browser-sessions/second-factor",
					"/internal/v1/browser-sessions/second-factor/authenticator",
					"/internal/v1/browser-sessions/second-factor/passkey/options",
					"/internal/v1/browser-sessions/second-factor/passkeys/options",
					"/internal/v1/browser-sessions/passkey", "/internal/v1/browser-sessions/passkey/options",
					"/internal/v1/registrations/*/browser-confirmation", "/internal/v1/social-sign-ins",
					"/internal/v1/social-sign-ins/*", "/internal/v1/social-sign-ins/join/*")
			.permitAll()
			.pathMatchers(HttpMethod.POST, "/internal/v1/authorizations")
			.authenticated()
			.pathMatchers(HttpMethod.GET, "/.well-known/jwks.json", "/.well-known/openid-configuration", "/oauth2/jwks",
					"/internal/v1/sign-in-providers")
			.permitAll();
	}

	/** Who opens a session notes the device that the request comes from. */
	@Bean
	ServerWebExchangeContextFilter exchangeInContext() {
		return new ServerWebExchangeContextFilter();
	}

	@Bean
	OpenAPI description() {
		return new OpenAPI().addServersItem(new Server().url("/").description("The gateway"))
			.info(new Info().title("Identity")
				.version("1")
				.description("Registration, sign-in and sessions of residents and staff. "
						+ "Refusals are problem details (RFC 9457) with a stable `code`."));
	}

}

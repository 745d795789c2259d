package city.plaza.platform.security;

import java.util.function.Consumer;

import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * How a service guards its API: stateless, bearer tokens only, deny by default, refusals
 * as problem details.
 */
public interface ResourceServer {

	/**
	 * Guards everything the service serves. Health and metrics are already spoken for;
	 * whatever the rules do not name is denied. An address or method that does not exist
	 * has been responded to with 404 or 405 before.
	 * @param http of the service
	 * @param rules who may call what: {@code access.pathMatchers(..).hasRole("finance")}
	 * @return the one filter chain
	 */
	SecurityWebFilterChain guard(ServerHttpSecurity http, Consumer<AuthorizeExchangeSpec> rules);

}

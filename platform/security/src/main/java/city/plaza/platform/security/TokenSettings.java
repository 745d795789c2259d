package city.plaza.platform.security;

import java.net.URI;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys are that tokens are checked with.
 *
 * @param jwkSetUri identity-service's JWKS; a host that is a bare name is looked up in
 * the registry of services
 */
@Validated
@ConfigurationProperties("plaza.security")
record TokenSettings(@NotNull @DefaultValue("http://identity-service/.well-known/jwks.json") URI jwkSetUri) {

	boolean namesAService() {
		String host = this.jwkSetUri.getHost();
		return host != null && this.jwkSetUri.getPort() < 0 && !host.contains(".") && !"localhost".equals(host);
	}

}

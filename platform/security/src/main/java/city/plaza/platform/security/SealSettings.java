package city.plaza.platform.security;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What secrets are sealed under.
 *
 * @param sealingSecret the same in all services that seal or open. {@link AesSeal} asks
 * for its length: a failed constraint here would print the secret.
 */
@Validated
@ConfigurationProperties("plaza.security")
record SealSettings(@NotNull String sealingSecret) {

	@Override
	public String toString() {
		return "SealSettings[sealingSecret=***]";
	}

}

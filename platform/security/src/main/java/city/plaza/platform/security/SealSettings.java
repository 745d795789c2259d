package city.plaza.platform.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What secrets are sealed under.
 *
 * @param sealingSecret the same in all services that seal or open
 */
@Validated
@ConfigurationProperties("plaza.security")
record SealSettings(@NotBlank @Size(min = 16) String sealingSecret) {

	@Override
	public String toString() {
		return "SealSettings[sealingSecret=***]";
	}

}

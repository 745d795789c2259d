package city.plaza.identity.secondfactor.totp;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How authenticator apps show the account.
 *
 * @param issuer the city's name
 */
@Validated
@ConfigurationProperties("plaza.identity.second-factor")
record TotpSettings(@NotBlank @DefaultValue("Plaza") String issuer) {
}

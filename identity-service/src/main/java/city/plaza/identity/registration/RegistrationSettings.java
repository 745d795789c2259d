package city.plaza.identity.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many register.
 *
 * @param perNetwork sign-ups and further codes that one network may ask for in an hour
 * (an IPv4 address or an IPv6 /64; a /48 four times as many): a library's visitors share
 * one
 */
@Validated
@ConfigurationProperties("plaza.identity.registration")
record RegistrationSettings(@DefaultValue("60") @Min(1) @Max(1000000) int perNetwork) {
}

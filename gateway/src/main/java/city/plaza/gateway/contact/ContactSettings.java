package city.plaza.gateway.contact;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The contents of {@code /.well-known/security.txt}.
 *
 * @param contacts addresses by {@code mailto:}, {@code https:} or {@code tel:}, the best
 * first
 * @param canonical where residents reach Plaza
 * @param validFor how far ahead its end is; at most a year (RFC 9116, section 2.5.5)
 */
@Validated
@ConfigurationProperties("plaza.gateway.security-contact")
record ContactSettings(@NotEmpty List<@NotNull URI> contacts, @NotNull URI canonical,
		@NotNull @DurationMin(days = 1) @DurationMax(days = 365) @DefaultValue("180d") Duration validFor) {
}

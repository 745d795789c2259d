package city.plaza.identity.verification;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long codes live. How often they may be tried and sent is a rule, not a setting: see
 * {@link CodeRules}.
 *
 * @param life how long a code is accepted after it was asked for
 */
@Validated
@ConfigurationProperties("plaza.identity.verification")
record VerificationSettings(
		@DefaultValue("10m") @NotNull @DurationMin(minutes = 1) @DurationMax(minutes = 10) Duration life) {
}

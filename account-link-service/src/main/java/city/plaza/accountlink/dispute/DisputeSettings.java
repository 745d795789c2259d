package city.plaza.accountlink.dispute;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How new links may be disputed.
 *
 * @param life how long after the link
 * @param pause how long one mail about a resident's link to a customer is enough, if it
 * was not used; linking again and again sends no further mails
 */
@Validated
@ConfigurationProperties("plaza.account-link.dispute")
record DisputeSettings(@DefaultValue("30d") @NotNull @DurationMin(hours = 1) Duration life,
		@DefaultValue("24h") @NotNull @DurationMin(minutes = 1) Duration pause) {
}

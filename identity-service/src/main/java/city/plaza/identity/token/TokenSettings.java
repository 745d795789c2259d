package city.plaza.identity.token;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long access tokens and their keys live.
 *
 * @param life of an access token: without Kafka the other services accept it for so long
 * after a sign-out
 * @param keyLife how long a key signs before the next one is made; an old one stays
 * checking until its last token has expired
 * @param keyReading how long an instance keeps the keys it read last
 */
@Validated
@ConfigurationProperties("plaza.identity.token")
record TokenSettings(@DefaultValue("5m") @NotNull @DurationMin(seconds = 10) @DurationMax(minutes = 5) Duration life,
		@DefaultValue("90d") @NotNull @DurationMin(days = 1) Duration keyLife,
		@DefaultValue("1m") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration keyReading) {

	/** What {@link #life} is at most, and so was of any token around. */
	static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

}

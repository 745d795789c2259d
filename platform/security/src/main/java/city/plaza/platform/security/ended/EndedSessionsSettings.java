package city.plaza.platform.security.ended;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How ended sessions are read.
 *
 * @param startWait how long the start waits until the sessions that ended before are
 * known; past it the service starts without them
 */
@Validated
@ConfigurationProperties("plaza.security.ended-sessions")
record EndedSessionsSettings(
		@DefaultValue("10s") @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration startWait) {
}

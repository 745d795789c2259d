package city.plaza.accountlink.attempt;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much guessing is allowed.
 *
 * @param limit failed tries within the window, after which no more is looked at
 * @param window how long a failed try counts
 */
@Validated
@ConfigurationProperties("plaza.account-link.tries")
record TrySettings(@DefaultValue("5") @Min(1) int limit, @DefaultValue("24h") @NotNull Duration window) {
}

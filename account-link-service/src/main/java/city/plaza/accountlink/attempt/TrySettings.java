package city.plaza.accountlink.attempt;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much guessing is allowed within the window. What one resident uses up ends that
 * resident's tries; what others can use up leads to a second proof, no further.
 *
 * @param limit failed tries of a resident
 * @param numberLimit failed tries of a resident on one customer
 * @param sharedLimit failed tries on a customer, or with a name, by any resident
 * @param networkLimit failed tries from one network
 * @param proofLimit bills of a resident that were not right
 * @param window how long a failed try counts
 */
@Validated
@ConfigurationProperties("plaza.account-link.tries")
record TrySettings(@DefaultValue("5") @Min(1) int limit, @DefaultValue("5") @Min(1) int numberLimit,
		@DefaultValue("5") @Min(1) int sharedLimit, @DefaultValue("30") @Min(1) int networkLimit,
		@DefaultValue("5") @Min(1) int proofLimit,
		@DefaultValue("24h") @NotNull @DurationMin(minutes = 1) Duration window) {
}

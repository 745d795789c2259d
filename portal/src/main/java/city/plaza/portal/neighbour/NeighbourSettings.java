package city.plaza.portal.neighbour;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the portal is with a service.
 *
 * @param connectTimeout until a connection stands
 * @param timeout until an answer begins, and between its parts
 * @param importTimeout until the answer to a file of the finance department begins
 * @param concurrent calls of one service at once; more are refused at once
 * @param failureRate percentage of failed calls that opens the breaker
 * @param minimumCalls calls to judge by, of the last twice as many
 * @param openFor how long a service is left in peace before it is tried again
 */
@Validated
@ConfigurationProperties("plaza.portal.neighbours")
record NeighbourSettings(@NotNull @DefaultValue("1s") Duration connectTimeout,
		@NotNull @DefaultValue("2s") Duration timeout, @NotNull @DefaultValue("120s") Duration importTimeout,
		@Min(1) @DefaultValue("100") int concurrent, @Min(1) @DefaultValue("50") int failureRate,
		@Min(1) @DefaultValue("10") int minimumCalls, @NotNull @DefaultValue("5s") Duration openFor) {
}

package city.plaza.gateway.connection;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a connection may cost.
 *
 * @param headTime longest time from the connection's first moment, or from a later
 * request's first byte, until the request's headers are complete
 * @param bodyWait longest time, all in all, that the gateway waits for more of a body;
 * time in which it does not want more does not count
 * @param bodyRate each so many bytes that arrive allow another second of waiting
 * @param restTime longest time for the rest of a body whose response has been sent
 * already
 * @param writeStall longest time without progress while a response waits to be taken
 * @param perNetwork most connections of an IPv4 address or IPv6 /64; named proxies are
 * not bounded
 * @param perSite most connections of an IPv6 /48
 * @param total most connections of all together
 */
@Validated
@ConfigurationProperties("plaza.gateway.connection")
record ConnectionSettings(@NotNull @DefaultValue("5s") Duration headTime,
		@NotNull @DefaultValue("10s") Duration bodyWait, @NotNull @DefaultValue("16KB") DataSize bodyRate,
		@NotNull @DefaultValue("30s") Duration restTime, @NotNull @DefaultValue("30s") Duration writeStall,
		@Positive @DefaultValue("2500") int perNetwork, @Positive @DefaultValue("5000") int perSite,
		@Positive @DefaultValue("10000") int total) {
}

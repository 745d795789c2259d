package city.plaza.gateway.limit;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one client may ask for.
 *
 * @param rates by name; {@code general} counts every request, {@code guesses} unknown
 * sessions
 * @param acts which requests count against a further rate
 * @param siteFactor how many times a network's rate the IPv6 /48 around it has
 * @param remembered most buckets kept; the ones used least are forgotten, that is, full
 * again
 */
@Validated
@ConfigurationProperties("plaza.gateway.limit")
record LimitSettings(@NotEmpty Map<String, @Valid Rate> rates, @NotNull List<@Valid Act> acts,
		@Positive @DefaultValue("4") int siteFactor, @Positive @DefaultValue("100000") long remembered) {

	static final String GENERAL = "general";

	static final String GUESSES = "guesses";

	private static final Duration LONGEST = Duration.ofDays(1);

	LimitSettings {
		acts.forEach((act) -> required(rates, act.rate()));
		required(rates, GENERAL);
		required(rates, GUESSES);
	}

	/** The slowest rate's: after so long without use every bucket is full. */
	Duration timeToFill() {
		return this.rates.values().stream().map(Rate::timeToFill).max(Duration::compareTo).orElseThrow();
	}

	private static void required(Map<String, Rate> rates, String name) {
		if (!rates.containsKey(name)) {
			throw new IllegalArgumentException("plaza.gateway.limit.rates." + name + " is missing.");
		}
	}

	/**
	 * A token bucket.
	 *
	 * @param burst at once
	 * @param tokens sustained
	 * @param per the time in which so many tokens come back
	 */
	record Rate(@Positive long burst, @Positive long tokens, @NotNull @DurationMin(nanos = 1) Duration per) {

		/** How long an empty bucket takes to be full; a day at the most. */
		Duration timeToFill() {
			BigInteger nanos = BigInteger.valueOf(this.per.toNanos())
				.multiply(BigInteger.valueOf(this.burst))
				.divide(BigInteger.valueOf(this.tokens));
			return Duration.ofNanos(nanos.min(BigInteger.valueOf(LONGEST.toNanos())).longValueExact());
		}

		Rate times(int factor) {
			return new Rate(this.burst * factor, this.tokens * factor, this.per);
		}

	}

	/**
	 * Requests that cost more than a look.
	 *
	 * @param rate its name
	 * @param method of HTTP
	 * @param paths as patterns of Spring's
	 */
	record Act(@NotBlank String rate, @NotBlank String method, @NotEmpty List<String> paths) {
	}

}

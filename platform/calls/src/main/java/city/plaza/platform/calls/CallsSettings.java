package city.plaza.platform.calls;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How other services are called.
 *
 * @param inFlight most calls of one service at once
 * @param least calls of one service at once, however slow it is
 * @param slow a call that takes longer makes the service's calls fewer, a faster one more
 * @param waiting calls that may wait for one of those to end; more are refused at once
 * @param maxWait how long one may wait before it is refused
 * @param share percentage of both that one client may hold
 * @param avoid how long an instance that failed is passed over for the others
 * @param services other numbers for single services, by name
 * @param breaker when a service is left alone
 */
@Validated
@ConfigurationProperties("plaza.calls")
record CallsSettings(@Min(1) @DefaultValue("400") int inFlight, @Min(1) @DefaultValue("12") int least,
		@NotNull @DefaultValue("500ms") Duration slow, @Min(0) @DefaultValue("400") int waiting,
		@NotNull @DefaultValue("8s") Duration maxWait, @Min(1) @Max(100) @DefaultValue("50") int share,
		@NotNull @DefaultValue("3s") Duration avoid, @DefaultValue Map<String, @Valid Other> services,
		@Valid @DefaultValue Breaker breaker) {

	/**
	 * What differs for one service.
	 *
	 * @param inFlight calls at once, always the same number
	 * @param waiting calls that may wait
	 */
	record Other(@Min(1) @Nullable Integer inFlight, @Min(0) @Nullable Integer waiting) {
	}

	/**
	 * When a service counts as down. Only what it failed at itself counts.
	 *
	 * @param calls how many of the last calls are looked at
	 * @param minimum fewer calls than these are not judged
	 * @param failures percentage of failed ones that opens it
	 * @param openFor how long the service is then left alone
	 * @param trials calls let through after that; they decide
	 */
	record Breaker(@Min(1) @DefaultValue("20") int calls, @Min(1) @DefaultValue("10") int minimum,
			@Min(1) @Max(100) @DefaultValue("50") int failures, @NotNull @DefaultValue("1s") Duration openFor,
			@Min(1) @DefaultValue("10") int trials) {
	}

	Room roomOf(String service) {
		Other other = this.services.getOrDefault(service, new Other(null, null));
		Width width = (other.inFlight() != null) ? Width.fixed(other.inFlight())
				: Width.measured(Math.min(this.least, this.inFlight), this.inFlight, this.slow);
		int queued = (other.waiting() != null) ? other.waiting() : this.waiting;
		return new Room(width, queued, this.maxWait, this.share);
	}

}

package city.plaza.billing.lookup;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much guessing is allowed, and how long a bill that was found can be read again.
 * Only failed tries count.
 *
 * @param networkLimit failed tries from one IPv4 address or IPv6 /64; from an IPv6 /48
 * four times as many
 * @param networkWindow how long a failed try counts for its network
 * @param numberLimit failed tries with one customer number, or with one bill number, by
 * whomever
 * @param numberWindow how long a failed try counts for its numbers
 * @param life how long a bill that was found can be read again
 * @param secret keys the digests of what is counted
 */
@Validated
@ConfigurationProperties("plaza.billing.lookup")
record LookupSettings(@DefaultValue("30") @Min(1) int networkLimit,
		@DefaultValue("1h") @NotNull @DurationMin(minutes = 1) Duration networkWindow,
		@DefaultValue("10") @Min(1) int numberLimit,
		@DefaultValue("24h") @NotNull @DurationMin(minutes = 1) Duration numberWindow,
		@DefaultValue("30m") @NotNull @DurationMin(minutes = 1) Duration life, @NotBlank String secret) {

	private static final int SITE_FACTOR = 4;

	int siteLimit() {
		return this.networkLimit * SITE_FACTOR;
	}

	Duration longestWindow() {
		return (this.networkWindow.compareTo(this.numberWindow) > 0) ? this.networkWindow : this.numberWindow;
	}

	@Override
	public String toString() {
		return "LookupSettings[networkLimit=%d, networkWindow=%s, numberLimit=%d, numberWindow=%s, life=%s, secret=***]"
			.formatted(this.networkLimit, this.networkWindow, this.numberLimit, this.numberWindow, this.life);
	}

}

package city.plaza.notification.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notices are sent.
 *
 * @param poll how often to look for due notices where no signal came
 * @param atOnce mails on their way at one time, an instance, each over a connection of
 * its own to the mail server
 * @param batch due notices an instance takes in one go
 * @param lease how long a notice stays with a worker that gives no sign of life; renewed
 * three times in that time while a mail is on its way
 * @param firstWait after the first try that did not go through; doubled with each
 * @param longestWait between two tries
 * @param giveUpAfter age at which a notice that did not go through is not tried again
 */
@Validated
@ConfigurationProperties("plaza.notification.delivery")
record DeliverySettings(@DefaultValue("1s") @NotNull @DurationMin(millis = 10) Duration poll,
		@DefaultValue("4") @Min(1) @Max(64) int atOnce, @DefaultValue("100") @Min(1) @Max(1000) int batch,
		@DefaultValue("15s") @NotNull @DurationMin(seconds = 1) Duration lease,
		@DefaultValue("1s") @NotNull @DurationMin(millis = 10) Duration firstWait,
		@DefaultValue("1m") @NotNull @DurationMin(millis = 10) Duration longestWait,
		@DefaultValue("48h") @NotNull @DurationMin(minutes = 1) Duration giveUpAfter) {

	/** How long to wait after so many tries, at least one. */
	Duration waitAfter(int tries) {
		Duration doubled = this.firstWait.multipliedBy(1L << Math.clamp(tries - 1L, 0, 20));
		return (doubled.compareTo(this.longestWait) < 0) ? doubled : this.longestWait;
	}

}

package city.plaza.billing.payment;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one resident may ask of the payment provider.
 *
 * @param startsAnHour payments started in any 60 minutes, cancelled ones included
 * @param startsADay the same in any 24 hours
 * @param askAgain the shortest time between two questions about a payment, however often
 * its resident looks at it
 */
@Validated
@ConfigurationProperties("plaza.billing.payment.limits")
record PaymentLimits(@Positive @DefaultValue("20") int startsAnHour, @Positive @DefaultValue("60") int startsADay,
		@NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration askAgain) {
}

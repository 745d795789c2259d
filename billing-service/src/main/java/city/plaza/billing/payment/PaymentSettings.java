package city.plaza.billing.payment;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How web payments run.
 *
 * @param provider who takes the money: {@code sandbox}
 * @param payee whom the provider's page names as receiving it
 * @param returnAddress where the provider sends the browser back to; the payment's id is
 * put behind it
 * @param checkoutExpiry how long a resident has on the provider's page
 * @param startTimeout how long a payment may be without a checkout, for another try with
 * the same key, before its bills are freed
 * @param providerTimeout how long one response of the provider is waited for
 * @param recheck how long after a checkout was opened the provider is asked by itself;
 * then at four times that age and so on, and when it expires
 * @param recheckSubmitted how long after the money was taken the provider is asked
 * whether the bank still agrees; from then on at intervals that double, until finance has
 * posted it
 * @param sweepInterval the pause between two looks for payments to ask about
 */
@Validated
@ConfigurationProperties("plaza.billing.payment")
record PaymentSettings(@NotBlank String provider, @NotBlank String payee, @NotNull URI returnAddress,
		@NotNull @DurationMin(seconds = 1) Duration checkoutExpiry,
		@NotNull @DurationMin(seconds = 1) Duration startTimeout,
		@NotNull @DurationMin(millis = 100) Duration providerTimeout,
		@NotNull @DurationMin(seconds = 1) Duration recheck,
		@NotNull @DurationMin(seconds = 1) Duration recheckSubmitted,
		@NotNull @DurationMin(millis = 50) Duration sweepInterval) {

	URI returnAddressOf(Payment payment) {
		String base = this.returnAddress.toString();
		return URI.create((base.endsWith("/") ? base : base + "/") + payment.id());
	}

}

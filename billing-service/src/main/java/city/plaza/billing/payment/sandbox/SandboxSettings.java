package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Duration;

import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox provider runs.
 *
 * @param pageAddress where residents reach its pages; a checkout's id is put behind it
 * @param notificationUrl where it notifies Plaza; empty means this very instance
 * @param secret that signs the notifications
 * @param deliveryInterval the pause between two looks for notifications to deliver
 * @param payee the merchant it knows, named in each language; any other is named as in
 * its order
 */
@Validated
@ConfigurationProperties("plaza.billing.payment.sandbox")
record SandboxSettings(@NotNull URI pageAddress, @Nullable URI notificationUrl, @NotBlank String secret,
		@NotNull @DurationMin(millis = 50) Duration deliveryInterval, @NotNull LocalText payee) {

	URI page(String checkoutId) {
		String base = this.pageAddress.toString();
		return URI.create((base.endsWith("/") ? base : base + "/") + checkoutId);
	}

	/**
	 * The name of a payee for a payer.
	 * @param ordered as the order names it
	 * @param language of the payer
	 */
	String payee(String ordered, Language language) {
		return this.payee.en().equals(ordered) ? this.payee.in(language) : ordered;
	}

	@Override
	public String toString() {
		return "SandboxSettings[" + this.pageAddress + "]";
	}

}

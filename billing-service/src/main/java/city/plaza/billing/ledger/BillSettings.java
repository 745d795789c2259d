package city.plaza.billing.ledger;

import java.util.Currency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * What the city decides about its bills.
 *
 * @param years the bill years that residents see and pay
 * @param currency the one the city bills in, by its ISO 4217 code
 */
@Validated
@ConfigurationProperties("plaza.billing")
public record BillSettings(@Valid @NotNull @Name("bill-years") BillYears years, @NotBlank String currency) {

	@AssertTrue(message = "currency must be the ISO 4217 code of one that has coins or notes, such as USD")
	boolean isCurrencyKnown() {
		return Currency.getAvailableCurrencies()
			.stream()
			.anyMatch(
					(known) -> known.getCurrencyCode().equals(this.currency) && known.getDefaultFractionDigits() >= 0);
	}

	/**
	 * A window of years, both included.
	 *
	 * @param from the first year
	 * @param to the last year
	 */
	public record BillYears(@Min(1900) int from, @Max(2999) int to) {

		@AssertTrue(message = "bill years must not end before they begin")
		boolean isInOrder() {
			return this.from <= this.to;
		}

	}
}

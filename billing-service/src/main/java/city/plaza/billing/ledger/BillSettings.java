package city.plaza.billing.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

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
public record BillSettings(@Valid @NotNull @Name("bill-years") BillYears years,
		@Pattern(regexp = "[A-Z]{3}") String currency) {

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

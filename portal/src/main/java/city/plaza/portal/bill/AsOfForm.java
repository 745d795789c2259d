package city.plaza.portal.bill;

import java.time.LocalDate;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.page.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The date for which a resident wants to see the bills.
 *
 * @param typed as typed; empty for today
 */
record AsOfForm(String typed) {

	FormErrors errors() {
		return (this.typed.isEmpty() || Dates.parse(this.typed).isPresent()) ? FormErrors.of()
				: FormErrors.of(FormError.of("asOf", "invalid-date"));
	}

	/** The date as the service reads it: ISO 8601; null for today in the city. */
	@Nullable String date() {
		return Dates.parse(this.typed).map(LocalDate::toString).orElse(null);
	}

}

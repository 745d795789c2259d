package city.plaza.billing.bill;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import city.plaza.billing.ledger.CityCalendar;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the as-of date of a request. */
@Component
class AsOf {

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

	private static final Problem INVALID = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-date", "The as-of date must be a date such as 2021-06-15.")
		.field("asOf");

	private final CityCalendar calendar;

	AsOf(CityCalendar calendar) {
		this.calendar = calendar;
	}

	/**
	 * Reads the date.
	 * @param asked ISO, such as 2021-06-15, or null for today in the city
	 * @return the date
	 * @throws city.plaza.platform.problem.ProblemException {@code invalid-date}
	 */
	LocalDate read(@Nullable String asked) {
		if (asked == null || asked.isEmpty()) {
			return this.calendar.today();
		}
		try {
			LocalDate date = LocalDate.parse(asked);
			if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// Reported below, like a date far out of range.
		}
		throw INVALID.asException();
	}

	/** A date that cannot be read. */
	static class InvalidDate implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID);
		}

	}

}

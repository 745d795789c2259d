package city.plaza.portal.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as residents type them, in every language: {@code 7/2/2021}. */
public final class Dates {

	private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US)
		.withResolverStyle(ResolverStyle.STRICT);

	/** A year of four digits; others are typing errors that no service has to judge. */
	private static final int LAST_YEAR = 9999;

	private Dates() {
	}

	/** A date as a field of a form shows it. */
	public static String typed(LocalDate date) {
		return US.format(date);
	}

	/**
	 * Reads what a person typed.
	 * @param typed such as {@code 6/15/2021} or {@code 2021-06-15}
	 * @return the date, or empty where there is no such date
	 */
	public static Optional<LocalDate> parse(String typed) {
		String text = typed.strip();
		if (text.isEmpty()) {
			// Most fields: an exception for each bill of a list was dear.
			return Optional.empty();
		}
		try {
			return Optional.of(text.contains("/") ? LocalDate.parse(text, US) : LocalDate.parse(text))
				.filter((date) -> date.getYear() >= 1 && date.getYear() <= LAST_YEAR);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}

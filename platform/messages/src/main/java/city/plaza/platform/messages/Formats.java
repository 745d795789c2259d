package city.plaza.platform.messages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.ListFormatter;

/**
 * How dates, times and money are written for a reader. English has the date as people in
 * the United States write it; in Spanish the month is a word, for 7/2/2021 can be read as
 * the seventh of February.
 */
public final class Formats {

	private final DateTimeFormatter date;

	private final DateTimeFormatter time;

	private final DateTimeFormatter weekday;

	private final DateTimeFormatter month;

	private final DateTimeFormatter monthInitial;

	private final ListFormatter list;

	/**
	 * The halves of the day are given: those of Java differ from release to release. A
	 * line does not break within them.
	 */
	private Formats(String date, String month, String morning, String afternoon, Locale locale) {
		this.date = DateTimeFormatter.ofPattern(date, locale);
		this.time = new DateTimeFormatterBuilder().appendPattern("h:mm ")
			.appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, morning, 1L, afternoon))
			.toFormatter(locale);
		this.weekday = DateTimeFormatter.ofPattern("EEEE", locale);
		this.month = DateTimeFormatter.ofPattern(month, locale);
		this.monthInitial = DateTimeFormatter.ofPattern("LLLLL", locale);
		this.list = ListFormatter.getInstance(locale);
	}

	/** The formats of a language. */
	public static Formats of(Language language) {
		return switch (language) {
			case ENGLISH -> Cache.ENGLISH;
			case SPANISH -> Cache.SPANISH;
		};
	}

	/** A date: {@code 7/2/2021}, {@code 2 de julio de 2021}. */
	public String date(LocalDate date) {
		return this.date.format(date);
	}

	/** A time of day: {@code 3:05 PM}, {@code 3:05 p. m.} */
	public String time(LocalTime time) {
		return this.time.format(time);
	}

	/** Date and time of day: {@code 7/2/2021, 3:05 PM}. */
	public String dateTime(LocalDateTime when) {
		return date(when.toLocalDate()) + ", " + time(when.toLocalTime());
	}

	/** The day of the week: {@code Friday}, {@code viernes}. */
	public String weekday(TemporalAccessor day) {
		return this.weekday.format(day);
	}

	/** A month: {@code July 2021}, {@code julio de 2021}. */
	public String month(YearMonth month) {
		return this.month.format(month);
	}

	/** The first letter of a month, where there is no room for more. */
	public String monthInitial(YearMonth month) {
		return this.monthInitial.format(month);
	}

	/** Days of the week as an enumeration: {@code Monday, Tuesday, and Friday}. */
	public String weekdays(Collection<DayOfWeek> days) {
		return this.list.format(days.stream().map(this::weekday).toList());
	}

	/**
	 * An amount of money, written the same in every language of the United States:
	 * {@code $1,234.50}.
	 * @param amount in minor units (cents)
	 * @param currency ISO 4217
	 * @return the amount with the currency's symbol and all its digits
	 */
	public static String money(long amount, String currency) {
		return MoneyFormat.of(currency).write(amount);
	}

	private static final class Cache {

		private static final Formats ENGLISH = new Formats("M/d/uuuu", "LLLL uuuu", "AM", "PM",
				Language.ENGLISH.locale());

		private static final Formats SPANISH = new Formats("d 'de' MMMM 'de' uuuu", "LLLL 'de' uuuu", "a.\u00a0m.",
				"p.\u00a0m.", Language.SPANISH.locale());

	}

}

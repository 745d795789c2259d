package city.plaza.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

import city.plaza.platform.messages.Formats;
import city.plaza.platform.messages.Language;

/**
 * How mails write figures: in the formats of the reader's language and in the city's time
 * zone. Named {@code format} in the templates.
 */
public final class MailFormats {

	private final Formats formats;

	private final ZoneId zone;

	private final Instant now;

	MailFormats(Language language, ZoneId zone, Instant now) {
		this.formats = Formats.of(language);
		this.zone = zone;
		this.now = now;
	}

	/** An amount in minor units with its currency, such as $250.00. */
	public String money(Map<String, Object> money) {
		if (!(money.get("amount") instanceof Number minor) || !(money.get("currency") instanceof String code)) {
			throw new IllegalArgumentException("Not an amount of money");
		}
		return Formats.money(minor.longValue(), code);
	}

	/** A local date, such as 7/2/2021. */
	public String date(String isoDate) {
		return this.formats.date(LocalDate.parse(isoDate));
	}

	/** The day of an instant in the city, such as 7/2/2021. */
	public String day(String isoInstant) {
		return this.formats.date(local(isoInstant).toLocalDate());
	}

	/** The time of day of an instant in the city, such as 3:14 PM. */
	public String time(String isoInstant) {
		return this.formats.time(local(isoInstant).toLocalTime());
	}

	/**
	 * How long it is until an instant, in minutes, rounded down so that no reader counts
	 * on more time than is left.
	 */
	public long minutesUntil(String isoInstant) {
		return Math.max(0, Duration.between(this.now, Instant.parse(isoInstant)).toMinutes());
	}

	private LocalDateTime local(String isoInstant) {
		return LocalDateTime.ofInstant(Instant.parse(isoInstant), this.zone);
	}

}

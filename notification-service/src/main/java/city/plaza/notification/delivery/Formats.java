package city.plaza.notification.delivery;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * How mails write figures: in US formats and in the city's time zone. Named
 * {@code format} in the templates.
 */
public final class Formats {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

	private final ZoneId zone;

	private final Instant now;

	Formats(ZoneId zone, Instant now) {
		this.zone = zone;
		this.now = now;
	}

	/** An amount in minor units with its currency, such as $250.00. */
	public String money(Map<String, Object> money) {
		if (!(money.get("amount") instanceof Number minor) || !(money.get("currency") instanceof String code)) {
			throw new IllegalArgumentException("Not an amount of money");
		}
		Currency currency = Currency.getInstance(code);
		NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
		format.setCurrency(currency);
		format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
		format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
		return format.format(BigDecimal.valueOf(minor.longValue(), currency.getDefaultFractionDigits()));
	}

	/** A local date, such as 7/2/2021. */
	public String date(String isoDate) {
		return DATE.format(LocalDate.parse(isoDate));
	}

	/** The day of an instant in the city, such as 7/2/2021. */
	public String day(String isoInstant) {
		return DATE.format(Instant.parse(isoInstant).atZone(this.zone));
	}

	/** The time of day of an instant in the city, such as 3:14 PM. */
	public String time(String isoInstant) {
		return TIME.format(Instant.parse(isoInstant).atZone(this.zone));
	}

	/**
	 * How long it is until an instant, rounded down so that no reader counts on more time
	 * than is left.
	 */
	public String until(String isoInstant) {
		long minutes = Duration.between(this.now, Instant.parse(isoInstant)).toMinutes();
		if (minutes < 1) {
			return "less than a minute";
		}
		return (minutes == 1) ? "1 minute" : minutes + " minutes";
	}

}

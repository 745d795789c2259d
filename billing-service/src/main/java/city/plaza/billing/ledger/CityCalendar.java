package city.plaza.billing.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days as the city counts them. */
@Component
public class CityCalendar {

	private final Clock clock;

	CityCalendar(Clock clock, @Value("${plaza.city.time-zone}") ZoneId zone) {
		this.clock = clock.withZone(zone);
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** When a day of the city begins. */
	public Instant startOf(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

}

package city.plaza.billing.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CityCalendarTests {

	/** The changes to and from daylight saving time, ends of years, a leap day. */
	@ParameterizedTest(name = "{0} in {1} is {2}")
	@CsvSource({ "2026-03-08T05:59:59Z, America/Chicago, 2026-03-07",
			"2026-03-08T06:00:00Z, America/Chicago, 2026-03-08", "2026-03-09T04:59:59Z, America/Chicago, 2026-03-08",
			"2026-03-09T05:00:00Z, America/Chicago, 2026-03-09", "2026-11-01T04:59:59Z, America/Chicago, 2026-10-31",
			"2026-11-01T05:00:00Z, America/Chicago, 2026-11-01", "2026-11-02T05:59:59Z, America/Chicago, 2026-11-01",
			"2026-11-02T06:00:00Z, America/Chicago, 2026-11-02", "2026-12-31T23:59:59Z, UTC, 2026-12-31",
			"2027-01-01T05:59:59Z, America/Chicago, 2026-12-31", "2028-02-29T11:00:00Z, Pacific/Kiritimati, 2028-03-01",
			"2028-02-29T12:00:00Z, Pacific/Pago_Pago, 2028-02-29",
			"2028-03-01T10:59:59Z, Pacific/Pago_Pago, 2028-02-29" })
	void dayBeginsAtMidnightInTheCity(Instant now, ZoneId zone, LocalDate today) {
		assertThat(new CityCalendar(Clock.fixed(now, ZoneOffset.UTC), zone).today()).isEqualTo(today);
	}

}

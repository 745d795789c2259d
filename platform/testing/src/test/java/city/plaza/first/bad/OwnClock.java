package city.plaza.first.bad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

class OwnClock {

	Instant now() {
		return Instant.now();
	}

	Clock clock() {
		return Clock.systemUTC();
	}

	LocalDate of(Clock clock) {
		return LocalDate.now(clock.withZone(ZoneOffset.UTC));
	}

}

package city.plaza.identity.legacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The day in the city from which on legacy residents register anew. */
@Component
class CutOver {

	private final LegacySettings settings;

	private final ZoneId city;

	private final Clock clock;

	CutOver(LegacySettings settings, @Value("${plaza.city.time-zone}") ZoneId city, Clock clock) {
		this.settings = settings;
		this.city = city;
		this.clock = clock;
	}

	/** Empty where nobody registers anew. */
	Optional<LocalDate> date() {
		return Optional.ofNullable(this.settings.cutOver());
	}

	boolean hasBegun() {
		Instant now = this.clock.instant();
		return date().filter((day) -> !now.isBefore(day.atStartOfDay(this.city).toInstant())).isPresent();
	}

}

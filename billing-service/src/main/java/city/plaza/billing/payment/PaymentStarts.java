package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.billing.access.ResidentId;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the payments that a resident started, exactly: cancelled ones too, so that
 * starting and cancelling in turn ends as well.
 */
@Repository
class PaymentStarts {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final String PAUSE = """
			select pg_advisory_xact_lock(hashtextextended(:resident, 21))
			""";

	private static final String OLDEST = """
			select
			  (select created_at from payment where resident_id = :resident
			   order by created_at desc offset :hour limit 1) as of_hour,
			  (select created_at from payment where resident_id = :resident
			   order by created_at desc offset :day limit 1) as of_day
			""";

	private final DatabaseClient database;

	private final PaymentLimits limits;

	private final Clock clock;

	PaymentStarts(DatabaseClient database, PaymentLimits limits, Clock clock) {
		this.database = database;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Looks whether a resident may start another payment. Starts of one resident pass one
	 * by one from here until the transaction ends.
	 * @param resident who pays
	 * @return how long to wait, empty if nothing stands against it
	 */
	Mono<Optional<Duration>> pause(ResidentId resident) {
		return this.database.sql(PAUSE)
			.bind("resident", resident.toString())
			.then()
			.then(Mono.defer(() -> oldest(resident)))
			.map(this::pause);
	}

	/** The start that fills each limit: as long as it counts, no other one fits in. */
	private Mono<Filled> oldest(ResidentId resident) {
		return this.database.sql(OLDEST)
			.bind("resident", resident.value())
			.bind("hour", this.limits.startsAnHour() - 1)
			.bind("day", this.limits.startsADay() - 1)
			.map(Filled::of)
			.one();
	}

	private Optional<Duration> pause(Filled filled) {
		Instant now = this.clock.instant();
		return Stream.of(until(filled.ofHour(), HOUR, now), until(filled.ofDay(), DAY, now))
			.flatMap(Optional::stream)
			.max(Duration::compareTo);
	}

	private static Optional<Duration> until(@Nullable Instant start, Duration window, Instant now) {
		return Optional.ofNullable(start)
			.map((it) -> Duration.between(now, it.plus(window)))
			.filter(Duration::isPositive);
	}

	private record Filled(@Nullable Instant ofHour, @Nullable Instant ofDay) {

		static Filled of(Readable row) {
			return new Filled(row.get("of_hour", Instant.class), row.get("of_day", Instant.class));
		}

	}

}

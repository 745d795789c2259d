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
 * What a resident started before: the payment of the same key, and how many, exactly:
 * cancelled ones too, so that starting and cancelling in turn ends as well.
 */
@Repository
class PaymentStarts {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final String QUEUE_UP = """
			select pg_advisory_xact_lock(hashtextextended(:resident, 21))
			""";

	/** One row, whether or not the key was used. */
	private static final String LOOK = """
			select r.body_hash, r.payment_id, r.answer,
			  (select created_at from payment where resident_id = :resident
			   order by created_at desc offset :hour limit 1) as of_hour,
			  (select created_at from payment where resident_id = :resident
			   order by created_at desc offset :day limit 1) as of_day
			from (select) one
			left join payment_request r on r.resident_id = :resident and r.idempotency_key = :key
			""";

	private final DatabaseClient database;

	private final PaymentRequests requests;

	private final PaymentLimits limits;

	private final Clock clock;

	PaymentStarts(DatabaseClient database, PaymentRequests requests, PaymentLimits limits, Clock clock) {
		this.database = database;
		this.requests = requests;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Lets starts of one resident, and so those of one key, pass one by one from here
	 * until the transaction ends.
	 */
	Mono<Void> queueUp(ResidentId resident) {
		return this.database.sql(QUEUE_UP).bind("resident", resident.toString()).then();
	}

	/**
	 * Looks what a resident started before: by this key, and as many as count for the
	 * limits. The start that fills a limit counts: as long as it does, no other one fits
	 * in.
	 * @param resident who pays, queued up
	 */
	Mono<Before> look(ResidentId resident, String key) {
		return this.database.sql(LOOK)
			.bind("resident", resident.value())
			.bind("key", key)
			.bind("hour", this.limits.startsAnHour() - 1)
			.bind("day", this.limits.startsADay() - 1)
			.map((row) -> new Before(earlier(row), pause(row)))
			.one();
	}

	private Optional<EarlierStart> earlier(Readable row) {
		return Optional.ofNullable(row.get("body_hash", byte[].class))
			.map((hash) -> new EarlierStart(hash, PaymentRows.id(row),
					Optional.ofNullable(row.get("answer", String.class)).map(this.requests::read).orElse(null)));
	}

	private Optional<Duration> pause(Readable row) {
		Instant now = this.clock.instant();
		return Stream
			.of(until(row.get("of_hour", Instant.class), HOUR, now), until(row.get("of_day", Instant.class), DAY, now))
			.flatMap(Optional::stream)
			.max(Duration::compareTo);
	}

	private static Optional<Duration> until(@Nullable Instant start, Duration window, Instant now) {
		return Optional.ofNullable(start)
			.map((it) -> Duration.between(now, it.plus(window)))
			.filter(Duration::isPositive);
	}

	/**
	 * What was started before.
	 *
	 * @param byKey the payment of this very key
	 * @param pause how long to wait before another one, empty if nothing stands against
	 * it
	 */
	record Before(Optional<EarlierStart> byKey, Optional<Duration> pause) {
	}

}

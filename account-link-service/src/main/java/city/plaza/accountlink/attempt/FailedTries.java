package city.plaza.accountlink.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The failed tries of the last day. Exact under parallel tries: whoever asks holds the
 * keys until the transaction ends, so the next one counts what this one has left.
 */
@Repository
public class FailedTries {

	/** The moment at which the newest tries that fill the limit no longer do. */
	private static final String FULL_SINCE = """
			SELECT max(nth) AS full_since FROM (
			  SELECT (array_agg(failed_at ORDER BY failed_at DESC))[:limit] AS nth
			  FROM failed_try WHERE key = ANY(:keys) AND failed_at > :since
			  GROUP BY key) AS per_key
			""";

	private static final String FORGET = """
			DELETE FROM failed_try WHERE id IN (
			  SELECT id FROM failed_try WHERE failed_at <= :since ORDER BY failed_at LIMIT 100
			  FOR UPDATE SKIP LOCKED)
			""";

	private final DatabaseClient database;

	private final TrySettings settings;

	private final Clock clock;

	FailedTries(DatabaseClient database, TrySettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Holds the keys and tells whether one of them is used up.
	 * @param keys of this try
	 * @return how long until the next try is looked at; empty if this one may be
	 */
	public Mono<Optional<Duration>> hold(TryKeys keys) {
		return Flux.fromIterable(keys.digests())
			.concatMap(this::lock)
			.then(Mono.defer(() -> fullSince(keys)))
			.map((since) -> since
				.map((instant) -> Duration.between(this.clock.instant(), instant.plus(this.settings.window()))));
	}

	/**
	 * Counts a failed try.
	 * @param keys held by {@link #hold} in the same transaction
	 * @return completes when it is written
	 */
	public Mono<Void> add(TryKeys keys) {
		Instant now = this.clock.instant();
		Mono<Long> forget = this.database.sql(FORGET)
			.bind("since", now.minus(this.settings.window()))
			.fetch()
			.rowsUpdated();
		Mono<Long> add = this.database
			.sql("INSERT INTO failed_try (key, failed_at) SELECT key, :now FROM unnest(:keys) AS key")
			.bind("now", now)
			.bind("keys", keys.digests().toArray(String[]::new))
			.fetch()
			.rowsUpdated();
		return add.then(forget).then();
	}

	private Mono<Long> lock(String key) {
		return this.database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.bind("key", key)
			.fetch()
			.rowsUpdated();
	}

	private Mono<Optional<Instant>> fullSince(TryKeys keys) {
		return this.database.sql(FULL_SINCE)
			.bind("limit", this.settings.limit())
			.bind("keys", keys.digests().toArray(String[]::new))
			.bind("since", this.clock.instant().minus(this.settings.window()))
			.map((row) -> Optional.ofNullable(instant(row.get("full_since", Instant.class))))
			.one();
	}

	private static @Nullable Instant instant(@Nullable Instant value) {
		return value;
	}

}

package city.plaza.billing.lookup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code failed_lookup}: tries that found nothing. Exact under parallel tries
 * on all instances: whoever asks holds the keys until the transaction ends, so the next
 * one counts what this one has left.
 */
@Repository
class FailedLookups {

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(key, 33)) from unnest(:keys) as key
			""";

	/** Per key that is used up, the moment of the try that made it so. */
	private static final String FULL = """
			select t.failed_at, k.seconds from unnest(:keys, :limits, :seconds) as k(key, most, seconds)
			cross join lateral (
			    select failed_at from failed_lookup
			    where key = k.key and failed_at > cast(:now as timestamptz) - make_interval(secs => k.seconds)
			    order by failed_at desc offset k.most - 1 limit 1) t
			""";

	private static final String ADD = """
			insert into failed_lookup (key, failed_at) select key, :now from unnest(:keys) as key
			""";

	private static final String FORGET = """
			delete from failed_lookup where id in (
			    select id from failed_lookup where failed_at <= :since order by failed_at limit 100
			    for update skip locked)
			""";

	private final DatabaseClient database;

	private final LookupSettings settings;

	private final Clock clock;

	FailedLookups(DatabaseClient database, LookupSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Holds the keys and looks whether they are used up.
	 * @param keys of this try, in their order
	 * @return how long no try of theirs is checked; empty where this one is
	 */
	Mono<Optional<Duration>> hold(List<TryKey> keys) {
		return this.database.sql(LOCK)
			.bind("keys", digests(keys))
			.fetch()
			.rowsUpdated()
			.then(Mono.defer(() -> pause(keys)));
	}

	/**
	 * Counts a failed try.
	 * @param keys held by {@link #hold} in the same transaction
	 * @return completes when it is written
	 */
	Mono<Void> add(List<TryKey> keys) {
		Instant now = this.clock.instant();
		return this.database.sql(ADD)
			.bind("now", now)
			.bind("keys", digests(keys))
			.then()
			.then(this.database.sql(FORGET).bind("since", now.minus(this.settings.longestWindow())).then());
	}

	private Mono<Optional<Duration>> pause(List<TryKey> keys) {
		Instant now = this.clock.instant();
		return this.database.sql(FULL)
			.bind("keys", digests(keys))
			.bind("limits", numbers(keys, this::limit))
			.bind("seconds", numbers(keys, (key) -> Math.toIntExact(window(key).toSeconds())))
			.bind("now", now)
			.map((row) -> Duration.between(now,
					Columns.required(row, "failed_at", Instant.class).plusSeconds(Columns.number(row, "seconds"))))
			.all()
			.collectList()
			.map((pauses) -> pauses.stream().max(Duration::compareTo));
	}

	private int limit(TryKey key) {
		return switch (key.kind()) {
			case NETWORK -> this.settings.networkLimit();
			case SITE -> this.settings.siteLimit();
			case CUSTOMER, BILL -> this.settings.numberLimit();
		};
	}

	private Duration window(TryKey key) {
		return switch (key.kind()) {
			case NETWORK, SITE -> this.settings.networkWindow();
			case CUSTOMER, BILL -> this.settings.numberWindow();
		};
	}

	private static String[] digests(List<TryKey> keys) {
		return keys.stream().map(TryKey::digest).toArray(String[]::new);
	}

	private static Integer[] numbers(List<TryKey> keys, Function<TryKey, Integer> number) {
		return keys.stream().map(number).toArray(Integer[]::new);
	}

}

package city.plaza.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import city.plaza.identity.secret.Hash;
import city.plaza.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts. Each counter is read and moved on in one statement, so that it is exact however
 * many come at once, on however many instances. What is refused is not counted.
 */
@Repository
public class Limits {

	private static final String TAKE = """
			insert into rate_limit as l (key, count, open_at, forget_at) values (:key, 1, :now, :end)
			on conflict (key) do update set
			  count = case when l.forget_at <= :now then 1 else l.count + 1 end,
			  forget_at = case when l.forget_at <= :now then :end else l.forget_at end
			where l.forget_at <= :now or l.count < :most
			returning count
			""";

	private static final String LOOK = """
			select forget_at from rate_limit where key = :key and forget_at > :now and count >= :most
			""";

	private static final String GIVE_BACK = """
			update rate_limit set count = count - 1 where key = :key and count > 0
			""";

	private static final String COUNT = """
			insert into rate_limit as l (key, count, open_at, forget_at)
			values (:key, 1, :now + make_interval(secs => (cast(:waits as bigint[]))[1]), :forget)
			on conflict (key) do update set
			  count = case when l.forget_at <= :now then 1 else l.count + 1 end,
			  open_at = :now + make_interval(secs => (cast(:waits as bigint[]))[
			    case when l.forget_at <= :now then 1
			    else least(l.count + 1, cardinality(cast(:waits as bigint[]))) end]),
			  forget_at = :forget
			where l.open_at <= :now or l.forget_at <= :now
			returning count
			""";

	private static final String COUNTED = """
			select count from rate_limit where key = :key and forget_at > :now
			""";

	private static final String FORGET = """
			delete from rate_limit where key in (:keys) returning key
			""";

	private static final String REMOVE_SOME = """
			delete from rate_limit where key in (
			  select key from rate_limit where forget_at <= :now limit :most for update skip locked)
			""";

	private final DatabaseClient database;

	private final Clock clock;

	Limits(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Takes one of a window.
	 * @param key of the counter
	 * @return how long to wait: zero where it was taken
	 */
	public Mono<Duration> take(Hash key, Window window) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.database.sql(TAKE)
				.bind("key", key.bytes())
				.bind("now", now)
				.bind("end", now.plus(window.period()))
				.bind("most", window.most())
				.map((row) -> Duration.ZERO)
				.one()
				.switchIfEmpty(Mono.defer(() -> waitFor(key, "forget_at", now)));
		});
	}

	/**
	 * How long to wait for one of a window, without taking it.
	 * @param key of the counter
	 * @return zero where one could be taken
	 */
	public Mono<Duration> look(Hash key, Window window) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.database.sql(LOOK)
				.bind("key", key.bytes())
				.bind("now", now)
				.bind("most", window.most())
				.map((row) -> between(now, row.get("forget_at", Instant.class)))
				.one()
				.defaultIfEmpty(Duration.ZERO);
		});
	}

	/**
	 * Gives one of a window back: what was counted turned out to be right.
	 * @param key of the counter
	 * @return completes either way
	 */
	public Mono<Void> giveBack(Hash key) {
		return this.database.sql(GIVE_BACK).bind("key", key.bytes()).then();
	}

	/**
	 * Counts a failure, before it is known to be one.
	 * @param key of the counter
	 * @param streak what it costs
	 * @return how long to wait: zero where it was counted and may be tried
	 */
	public Mono<Duration> count(Hash key, Streak streak) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.database.sql(COUNT)
				.bind("key", key.bytes())
				.bind("now", now)
				.bind("forget", now.plus(streak.memory()))
				.bind("waits", streak.seconds())
				.map((row) -> Duration.ZERO)
				.one()
				.switchIfEmpty(Mono.defer(() -> waitFor(key, "open_at", now)));
		});
	}

	/**
	 * Where a counter is.
	 * @param key of the counter
	 * @return 0 where nothing counts
	 */
	public Mono<Integer> counted(Hash key) {
		return Mono.defer(() -> this.database.sql(COUNTED)
			.bind("key", key.bytes())
			.bind("now", this.clock.instant())
			.map((row) -> Columns.number(row, "count"))
			.one()
			.defaultIfEmpty(0));
	}

	/**
	 * Ends a counter.
	 * @return whether it was there
	 */
	public Mono<Boolean> forget(Hash key) {
		return forget(List.of(key)).map((gone) -> !gone.isEmpty());
	}

	/**
	 * Ends counters, in one statement.
	 * @return those that were there
	 */
	public Mono<List<Hash>> forget(Collection<Hash> keys) {
		return this.database.sql(FORGET)
			.bind("keys", keys.stream().map(Hash::bytes).toList())
			.map((row) -> Hash.of(Columns.required(row, "key", byte[].class)))
			.all()
			.collectList();
	}

	Mono<Long> removeSome(int most) {
		return Mono.defer(() -> this.database.sql(REMOVE_SOME)
			.bind("now", this.clock.instant())
			.bind("most", most)
			.fetch()
			.rowsUpdated());
	}

	private Mono<Duration> waitFor(Hash key, String column, Instant now) {
		return this.database.sql("select " + column + " as until from rate_limit where key = :key")
			.bind("key", key.bytes())
			.map((row) -> between(now, row.get("until", Instant.class)))
			.one()
			.filter(Duration::isPositive)
			// Forgotten or over between the two statements: the next one will count.
			.defaultIfEmpty(Duration.ofSeconds(1));
	}

	private static Duration between(Instant now, @Nullable Instant until) {
		return Duration.between(now, Objects.requireNonNull(until));
	}

}

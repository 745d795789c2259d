package city.plaza.accountlink.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.accountlink.attempt.TryKeys.Kind;
import city.plaza.platform.database.Columns;
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

	/** Per key that is used up, the moment of the try that made it so. */
	private static final String FULL = """
			select k.key, t.failed_at from unnest(:keys, :limits) as k(key, most)
			cross join lateral (
			  select failed_at from failed_try where key = k.key and failed_at > :since
			  order by failed_at desc offset k.most - 1 limit 1) t
			""";

	private static final String FORGET = """
			delete from failed_try where id in (
			  select id from failed_try where failed_at <= :since order by failed_at limit 100
			  for update skip locked)
			""";

	private static final String ADD = """
			insert into failed_try (key, failed_at) select key, :now from unnest(:keys) as key
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:key, 0))
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
	 * Holds the keys and looks whether they are used up.
	 * @param keys of this try
	 * @return whether this try is checked, and by what
	 */
	public Mono<Standing> hold(TryKeys keys) {
		List<TryKeys.Key> all = Stream.concat(keys.own().stream(), keys.shared().stream()).toList();
		return lock(all).then(Mono.defer(() -> full(all))).map((full) -> standing(keys, full));
	}

	/**
	 * Holds the counter of second proofs.
	 * @param keys of this try
	 * @return never {@link Standing.ProofNeeded}
	 */
	public Mono<Standing> holdProof(TryKeys keys) {
		List<TryKeys.Key> proof = List.of(keys.proof());
		return lock(proof).then(Mono.defer(() -> full(proof))).map((full) -> closedBy(proof, full));
	}

	/**
	 * Counts a failed try.
	 * @param keys held by {@link #hold} in the same transaction
	 * @return completes when it is written
	 */
	public Mono<Void> add(TryKeys keys) {
		return add(Stream.concat(keys.own().stream(), keys.shared().stream()).toList());
	}

	/**
	 * Counts a bill that was not right.
	 * @param keys held by {@link #holdProof} in the same transaction
	 * @return completes when it is written
	 */
	public Mono<Void> addProof(TryKeys keys) {
		return add(List.of(keys.proof()));
	}

	private Mono<Void> add(List<TryKeys.Key> keys) {
		Instant now = this.clock.instant();
		Mono<Long> forget = this.database.sql(FORGET)
			.bind("since", now.minus(this.settings.window()))
			.fetch()
			.rowsUpdated();
		Mono<Long> add = this.database.sql(ADD).bind("now", now).bind("keys", digests(keys)).fetch().rowsUpdated();
		return add.then(forget).then();
	}

	/** Always in the same order, so that no two transactions wait for each other. */
	private Mono<Void> lock(List<TryKeys.Key> keys) {
		return Flux.fromStream(() -> keys.stream().map(TryKeys.Key::digest).sorted())
			.concatMap((digest) -> this.database.sql(LOCK).bind("key", digest).fetch().rowsUpdated())
			.then();
	}

	private Mono<Map<String, Instant>> full(List<TryKeys.Key> keys) {
		return this.database.sql(FULL)
			.bind("keys", digests(keys))
			.bind("limits", keys.stream().map((key) -> limit(key.kind())).toArray(Integer[]::new))
			.bind("since", this.clock.instant().minus(this.settings.window()))
			.map((row) -> Map.entry(Columns.text(row, "key"), Columns.required(row, "failed_at", Instant.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Standing standing(TryKeys keys, Map<String, Instant> full) {
		boolean othersFailed = keys.shared().stream().map(TryKeys.Key::digest).anyMatch(full::containsKey);
		return switch (closedBy(keys.own(), full)) {
			case Standing.Closed closed -> closed;
			default -> othersFailed ? new Standing.ProofNeeded() : new Standing.Open();
		};
	}

	private Standing closedBy(List<TryKeys.Key> keys, Map<String, Instant> full) {
		return keys.stream()
			.map((key) -> full.get(key.digest()))
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.<Standing>map((since) -> new Standing.Closed(
					Duration.between(this.clock.instant(), since.plus(this.settings.window()))))
			.orElseGet(Standing.Open::new);
	}

	private int limit(Kind kind) {
		return switch (kind) {
			case RESIDENT -> this.settings.limit();
			case RESIDENT_AND_ACCOUNT -> this.settings.numberLimit();
			case ACCOUNT, NAME -> this.settings.sharedLimit();
			case NETWORK -> this.settings.networkLimit();
			case PROOF -> this.settings.proofLimit();
		};
	}

	private static String[] digests(List<TryKeys.Key> keys) {
		return keys.stream().map(TryKeys.Key::digest).toArray(String[]::new);
	}

}

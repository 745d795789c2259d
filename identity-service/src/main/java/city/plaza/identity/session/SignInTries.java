package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts sign-ins that failed. Each counts before its password is looked at and is
 * forgiven when that is right: so the count is exact however many come at once, on
 * however many instances.
 */
@Repository
class SignInTries {

	private static final Long[] WAITS = SignInRules.waits().stream().map(Duration::toSeconds).toArray(Long[]::new);

	private final DatabaseClient database;

	private final KeyedHashes hashes;

	SignInTries(DatabaseClient database, KeyedHashes hashes) {
		this.database = database;
		this.hashes = hashes;
	}

	/** What one counter is about; the row tells neither address. */
	Hash key(String email, ClientAddress client) {
		return this.hashes.hash("sign-in", email, client.network());
	}

	/**
	 * Takes a try.
	 * @return how long to wait: zero where the try may go on
	 */
	Mono<Duration> take(Hash key, Instant now) {
		return this.database.sql("""
				insert into sign_in_tries as t (key, failures, open_again_at, last_at) values (:key, 1, :now, :now)
				on conflict (key) do update set failures = t.failures + 1, last_at = :now,
				  open_again_at = :now + make_interval(secs =>
				    (cast(:waits as bigint[]))[least(t.failures + 1, cardinality(cast(:waits as bigint[])))])
				where t.open_again_at <= :now
				returning failures""")
			.bind("key", key.bytes())
			.bind("now", now)
			.bind("waits", WAITS)
			.map((row) -> Duration.ZERO)
			.one()
			.switchIfEmpty(Mono.defer(() -> waitOf(key, now)));
	}

	Mono<Void> forgive(Hash key) {
		return this.database.sql("delete from sign_in_tries where key = :key").bind("key", key.bytes()).then();
	}

	Mono<Long> removeOlderThan(Instant moment) {
		return this.database.sql("delete from sign_in_tries where last_at < :moment")
			.bind("moment", moment)
			.fetch()
			.rowsUpdated();
	}

	private Mono<Duration> waitOf(Hash key, Instant now) {
		return this.database.sql("select open_again_at from sign_in_tries where key = :key")
			.bind("key", key.bytes())
			.map((row) -> Objects.requireNonNull(row.get("open_again_at", Instant.class)))
			.one()
			.map((open) -> Duration.between(now, open))
			.filter(Duration::isPositive)
			// Forgiven or over between the two statements: the next try will count.
			.defaultIfEmpty(Duration.ofSeconds(1));
	}

}

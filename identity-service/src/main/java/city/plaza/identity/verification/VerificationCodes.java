package city.plaza.identity.verification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import city.plaza.identity.secret.Hash;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All codes; of each registration one is current. */
@Repository
class VerificationCodes {

	/**
	 * A code as it is kept.
	 *
	 * @param id what it is sealed to in its event
	 * @param hash see {@link Code#hash}
	 * @param expiresAt last moment at which it is accepted
	 * @param tries so far
	 * @param usedAt when it matched, if it did
	 */
	record Kept(UUID id, Hash hash, Instant expiresAt, int tries, @Nullable Instant usedAt) {
	}

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:registration, 10))
			""";

	private static final String LAST_OF = """
			select requested_at
			from verification_code
			where registration_id = :registration and replaced_at is null
			""";

	private static final String END_CURRENT = """
			update verification_code
			set replaced_at = :now
			where registration_id = :registration and replaced_at is null
			""";

	private static final String ADD = """
			insert into verification_code
			  (id, registration_id, address, code_hmac, requested_at, expires_at, mailed)
			values (:id, :registration, :address, :hash, :now, :expires, :mailed)
			""";

	private static final String TAKE_TRY = """
			update verification_code set tries = tries + 1
			where registration_id = :registration and replaced_at is null
			  and used_at is null and tries < :most and expires_at > :now
			returning *
			""";

	private static final String CURRENT_OF = """
			select * from verification_code where registration_id = :registration and replaced_at is null
			""";

	private static final String USE = """
			update verification_code set used_at = :now where id = :id
			""";

	private static final String REMOVE_OLDER_THAN = """
			delete from verification_code where requested_at < :moment
			""";

	private final DatabaseClient database;

	VerificationCodes(DatabaseClient database) {
		this.database = database;
	}

	/** Makes other requests for a code of it wait until this transaction ends. */
	Mono<Void> lock(CodeFlow flow) {
		return this.database.sql(LOCK).bind("registration", flow.value().toString()).then();
	}

	Mono<Optional<Instant>> lastOf(CodeFlow flow) {
		return this.database.sql(LAST_OF)
			.bind("registration", flow.value())
			.map((row) -> Columns.required(row, "requested_at", Instant.class))
			.one()
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty());
	}

	/** Makes it the current code of its flow; the one before ends. */
	Mono<Void> replace(UUID id, Recipient recipient, Hash hash, Instant now, Instant expiresAt, boolean mailed) {
		Mono<Long> ended = this.database.sql(END_CURRENT)
			.bind("now", now)
			.bind("registration", recipient.flow().value())
			.fetch()
			.rowsUpdated();
		Mono<Long> added = this.database.sql(ADD)
			.bind("id", id)
			.bind("registration", recipient.flow().value())
			.bind("address", recipient.email().comparable())
			.bind("hash", hash.bytes())
			.bind("now", now)
			.bind("expires", expiresAt)
			.bind("mailed", mailed)
			.fetch()
			.rowsUpdated();
		return ended.then(added).then();
	}

	/**
	 * Takes one of the current code's tries, in one statement: however many come at once,
	 * no more than {@link CodeRules#TRIES} get one.
	 */
	Mono<Kept> takeTry(CodeFlow flow, Instant now) {
		return this.database.sql(TAKE_TRY)
			.bind("registration", flow.value())
			.bind("most", CodeRules.TRIES)
			.bind("now", now)
			.map(VerificationCodes::read)
			.one();
	}

	Mono<Kept> currentOf(CodeFlow flow) {
		return this.database.sql(CURRENT_OF).bind("registration", flow.value()).map(VerificationCodes::read).one();
	}

	Mono<Void> use(UUID id, Instant now) {
		return this.database.sql(USE).bind("now", now).bind("id", id).then();
	}

	Mono<Long> removeOlderThan(Instant moment) {
		return this.database.sql(REMOVE_OLDER_THAN).bind("moment", moment).fetch().rowsUpdated();
	}

	private static Kept read(Readable row) {
		return new Kept(Columns.required(row, "id", UUID.class),
				Hash.of(Columns.required(row, "code_hmac", byte[].class)),
				Columns.required(row, "expires_at", Instant.class), Columns.number(row, "tries"),
				row.get("used_at", Instant.class));
	}

}

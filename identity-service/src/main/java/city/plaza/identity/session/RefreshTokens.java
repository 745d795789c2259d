package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All refresh tokens, hashed: of each session one is unused. */
@Repository
class RefreshTokens {

	/**
	 * A token that came in.
	 *
	 * @param session it belongs to
	 * @param isOver whether its session ended
	 * @param usedAt when it came before, null the first time
	 * @param salt of its successor, null the first time
	 */
	record Found(Session session, boolean isOver, @Nullable Instant usedAt, @Nullable Secret salt) {
	}

	private static final String ADD = """
			insert into refresh_token (token_hash, session_id, issued_at) values (:hash, :session, :now)
			""";

	private static final String FIND = """
			select s.*, t.used_at, t.successor_salt from refresh_token t join session s on s.id = t.session_id
			where t.token_hash = :hash for update
			""";

	private static final String IS_USED = """
			select used_at is not null as used from refresh_token where token_hash = :hash
			""";

	private static final String SPEND = """
			update refresh_token set used_at = :now, successor_salt = :salt where token_hash = :hash
			""";

	private final DatabaseClient database;

	RefreshTokens(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Secret token, SessionId session, Instant now) {
		return this.database.sql(ADD)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.bind("session", session.value())
			.bind("now", now)
			.then();
	}

	/**
	 * Finds a token and locks its session: the same token twice at once is one after the
	 * other.
	 */
	Mono<Found> find(Secret token) {
		return this.database.sql(FIND).bind("hash", OpaqueTokens.hash(token).bytes()).map(RefreshTokens::read).one();
	}

	/** Whether a token came before; of a session that is locked. */
	Mono<Boolean> isUsed(Secret token) {
		return this.database.sql(IS_USED)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.map((row) -> Columns.flag(row, "used"))
			.one()
			.defaultIfEmpty(true);
	}

	Mono<Void> spend(Secret token, Secret salt, Instant now) {
		return this.database.sql(SPEND)
			.bind("now", now)
			.bind("salt", salt.reveal())
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.then();
	}

	private static Found read(Readable row) {
		String salt = row.get("successor_salt", String.class);
		return new Found(Sessions.read(row), row.get("ended_at", Instant.class) != null,
				row.get("used_at", Instant.class), (salt != null) ? Secret.of(salt) : null);
	}

}

package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All refresh tokens, hashed: of each session one is unused. */
@Repository
class RefreshTokens {

	/**
	 * A token that came back.
	 *
	 * @param session it belongs to
	 * @param isSpent whether it came before
	 * @param isOver whether its session ended
	 */
	record Found(Session session, boolean isSpent, boolean isOver) {
	}

	private final DatabaseClient database;

	RefreshTokens(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Secret token, SessionId session, Instant now) {
		return this.database
			.sql("insert into refresh_tokens (token_hash, session_id, issued_at) values (:hash, :session, :now)")
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
		return this.database.sql("""
				select s.*, t.used_at from refresh_tokens t join sessions s on s.id = t.session_id
				where t.token_hash = :hash for update""")
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.map((row) -> new Found(Sessions.read(row), row.get("used_at", Instant.class) != null,
					row.get("ended_at", Instant.class) != null))
			.one();
	}

	Mono<Void> spend(Secret token, Instant now) {
		return this.database.sql("update refresh_tokens set used_at = :now where token_hash = :hash")
			.bind("now", now)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.then();
	}

}

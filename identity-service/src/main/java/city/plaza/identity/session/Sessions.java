package city.plaza.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All sessions. */
@Repository
class Sessions {

	/** With the token that it is continued by: a browser's stays, an app's is used up. */
	private static final String ADD = """
			with opened as (
			    insert into session
			      (id, account_id, kind, token_hash, started_at, expires_at, ends_at, previous_sign_in_at,
			      browser, system, address)
			    values (:id, :account, :kind, :hash, :started, :expires, :ends, :previous, :browser, :system, :address)
			    returning id, started_at)
			insert into refresh_token (token_hash, session_id, issued_at)
			select :refresh, id, started_at from opened where cast(:refresh as bytea) is not null
			""";

	private static final String ALIVE = """
			select * from session where id = :id and ended_at is null and expires_at > :now
			""";

	/**
	 * A use just after another one is not worth a write to the disk, for which a page
	 * waits.
	 */
	private static final String USE = """
			with moved as (
			    update session set expires_at = least(:idle, ends_at)
			    where token_hash = :hash and ended_at is null and expires_at > :now
			      and expires_at < least(:unlessAfter, ends_at)
			    returning *)
			select * from moved
			union all
			select * from session
			where token_hash = :hash and ended_at is null and expires_at > :now and not exists (select from moved)
			""";

	private static final String PROLONG = """
			update session set expires_at = :expires where id = :id
			""";

	private static final String END = """
			update session set ended_at = :now, end_reason = :reason where id = :id and ended_at is null
			returning id, account_id, (select roles from account where account.id = account_id) as roles
			""";

	private static final String END_ALL_OF = """
			update session set ended_at = :now, end_reason = :reason
			where account_id = :account and ended_at is null and ends_at > :now
			returning id
			""";

	private static final String END_OTHERS_OF = """
			update session set ended_at = :now, end_reason = :reason
			where account_id = :account and id <> :own and ended_at is null and ends_at > :now
			returning id
			""";

	private static final String IS_OF = """
			select exists (select from session where id = :id and account_id = :account) as own
			""";

	private static final String RECENT_OF = """
			select *, ended_at is null and expires_at > :now as active
			from session
			where account_id = :account and (started_at > :since or ended_at is null and expires_at > :now)
			order by active desc, started_at desc, id
			limit 50
			""";

	private static final String REMOVE_ENDED_BEFORE = """
			delete from session where ends_at < :moment
			""";

	private final DatabaseClient database;

	Sessions(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds a session.
	 * @param token a browser's, or the first refresh token of an app
	 */
	Mono<Void> add(Session session, Secret token, Device device) {
		byte[] hash = OpaqueTokens.hash(token).bytes();
		boolean stays = session.kind() == Session.Kind.BROWSER;
		return this.database.sql(ADD)
			.bind("id", session.id().value())
			.bind("account", session.account().value())
			.bind("kind", session.kind().name().toLowerCase(Locale.ROOT))
			.bind("hash", Parameters.in(R2dbcType.VARBINARY, stays ? hash : null))
			.bind("refresh", Parameters.in(R2dbcType.VARBINARY, stays ? null : hash))
			.bind("started", session.startedAt())
			.bind("expires", session.expiresAt())
			.bind("ends", session.endsAt())
			.bind("previous", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, session.previousSignInAt()))
			.bind("browser", Parameters.in(R2dbcType.VARCHAR, device.browser()))
			.bind("system", Parameters.in(R2dbcType.VARCHAR, device.system()))
			.bind("address", Parameters.in(R2dbcType.VARCHAR, device.address()))
			.then();
	}

	/** A live session; empty once it ended or expired. */
	Mono<Session> alive(SessionId id, Instant now) {
		return this.database.sql(ALIVE).bind("id", id.value()).bind("now", now).map(Sessions::read).one();
	}

	/**
	 * Finds a browser's live session, and notes the use in the same statement.
	 * @param idleUntil when it ends if it is not used again
	 * @param unlessAfter not noted where it ends after this in any case
	 */
	Mono<Session> use(Hash tokenHash, Instant now, Instant idleUntil, Instant unlessAfter) {
		return this.database.sql(USE)
			.bind("idle", idleUntil)
			.bind("unlessAfter", unlessAfter)
			.bind("hash", tokenHash.bytes())
			.bind("now", now)
			.map(Sessions::read)
			.one();
	}

	Mono<Void> prolong(SessionId id, Instant expiresAt) {
		return this.database.sql(PROLONG).bind("expires", expiresAt).bind("id", id.value()).then();
	}

	/** Ends a session; empty where it had ended before. */
	Mono<Ended> end(SessionId id, Session.EndReason reason, Instant now) {
		return this.database.sql(END)
			.bind("now", now)
			.bind("reason", reason.code())
			.bind("id", id.value())
			.map((row) -> new Ended(id(row), new AccountId(Columns.required(row, "account_id", UUID.class)),
					Set.of(Columns.required(row, "roles", String[].class))))
			.one();
	}

	/** Ends an account's live sessions. */
	Mono<List<SessionId>> endAllOf(AccountId account, Session.EndReason reason, Instant now) {
		return this.database.sql(END_ALL_OF)
			.bind("now", now)
			.bind("reason", reason.code())
			.bind("account", account.value())
			.map(Sessions::id)
			.all()
			.collectList();
	}

	/** Ends an account's live sessions but one. */
	Mono<List<SessionId>> endOthersOf(AccountId account, SessionId own, Session.EndReason reason, Instant now) {
		return this.database.sql(END_OTHERS_OF)
			.bind("now", now)
			.bind("reason", reason.code())
			.bind("account", account.value())
			.bind("own", own.value())
			.map(Sessions::id)
			.all()
			.collectList();
	}

	Mono<Boolean> isOf(SessionId id, AccountId account) {
		return this.database.sql(IS_OF)
			.bind("id", id.value())
			.bind("account", account.value())
			.map((row) -> Boolean.TRUE.equals(row.get("own", Boolean.class)))
			.one();
	}

	/** An account's active sessions, then those begun since. */
	Mono<List<OwnSession>> recentOf(AccountId account, Instant now, Instant since) {
		return this.database.sql(RECENT_OF)
			.bind("account", account.value())
			.bind("now", now)
			.bind("since", since)
			.map((row) -> new OwnSession(id(row), Columns.constant(row, "kind", Session.Kind.class),
					new Device(row.get("browser", String.class), row.get("system", String.class),
							row.get("address", String.class)),
					Columns.required(row, "started_at", Instant.class),
					Boolean.TRUE.equals(row.get("active", Boolean.class))))
			.all()
			.collectList();
	}

	Mono<Long> removeEndedBefore(Instant moment) {
		return this.database.sql(REMOVE_ENDED_BEFORE).bind("moment", moment).fetch().rowsUpdated();
	}

	static Session read(Readable row) {
		return new Session(id(row), new AccountId(Columns.required(row, "account_id", UUID.class)),
				Columns.constant(row, "kind", Session.Kind.class), Columns.required(row, "started_at", Instant.class),
				Columns.required(row, "expires_at", Instant.class), Columns.required(row, "ends_at", Instant.class),
				row.get("previous_sign_in_at", Instant.class));
	}

	/**
	 * A session that has just ended.
	 *
	 * @param id of the session
	 * @param account whose it was
	 * @param roles of the account; none of a resident
	 */
	record Ended(SessionId id, AccountId account, Set<String> roles) {
	}

	private static SessionId id(Readable row) {
		return new SessionId(Columns.required(row, "id", UUID.class));
	}

}

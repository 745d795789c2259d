package city.plaza.identity.app;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SessionId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All codes of the last hour, hashed. */
@Repository
class AuthorizationCodes {

	/**
	 * A code as it was given out.
	 *
	 * @param grantedIn the browser's session
	 * @param signedInAt when the resident signed in to the browser
	 * @param session it has opened; null while it is unused
	 */
	record Given(String app, String redirectUri, String challenge, @Nullable String nonce, boolean wantsIdToken,
			AccountId account, SessionId grantedIn, Instant signedInAt, Instant expiresAt, boolean isUsed,
			@Nullable SessionId session) {
	}

	private static final String ADD = """
			insert into authorization_code
			  (code_hash, app, redirect_uri, code_challenge, nonce, wants_id_token, account_id, granted_in,
			  signed_in_at, expires_at)
			values (:hash, :app, :redirect, :challenge, :nonce, :openid, :account, :session, :signedIn, :expires)
			""";

	private static final String LOCK = """
			select * from authorization_code where code_hash = :hash for update
			""";

	private static final String USE = """
			update authorization_code set used_at = :now, session_id = :session where code_hash = :hash
			""";

	private static final String REMOVE_OLDER_THAN = """
			delete from authorization_code where expires_at < :moment
			""";

	private final DatabaseClient database;

	AuthorizationCodes(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Hash code, AppRequest request, Session session, Instant expiresAt) {
		return this.database.sql(ADD)
			.bind("hash", code.bytes())
			.bind("app", request.app().id())
			.bind("redirect", request.redirectUri())
			.bind("challenge", request.challenge())
			.bind("nonce", Parameters.in(R2dbcType.VARCHAR, request.nonce()))
			.bind("openid", request.wantsIdToken())
			.bind("account", session.account().value())
			.bind("session", session.id().value())
			.bind("signedIn", session.startedAt())
			.bind("expires", expiresAt)
			.then();
	}

	/** Finds a code; the same one at once is looked at one after the other. */
	Mono<Given> lock(Hash code) {
		return this.database.sql(LOCK).bind("hash", code.bytes()).map(AuthorizationCodes::read).one();
	}

	Mono<Void> use(Hash code, Instant now, @Nullable SessionId session) {
		return this.database.sql(USE)
			.bind("now", now)
			.bind("session", (session != null) ? Parameters.in(session.value()) : Parameters.in(UUID.class))
			.bind("hash", code.bytes())
			.then();
	}

	Mono<Long> removeOlderThan(Instant moment) {
		return this.database.sql(REMOVE_OLDER_THAN).bind("moment", moment).fetch().rowsUpdated();
	}

	private static Given read(Readable row) {
		UUID session = row.get("session_id", UUID.class);
		return new Given(Columns.text(row, "app"), Columns.text(row, "redirect_uri"),
				Columns.text(row, "code_challenge"), row.get("nonce", String.class),
				Columns.flag(row, "wants_id_token"), new AccountId(Columns.required(row, "account_id", UUID.class)),
				new SessionId(Columns.required(row, "granted_in", UUID.class)),
				Columns.required(row, "signed_in_at", Instant.class),
				Columns.required(row, "expires_at", Instant.class), row.get("used_at", Instant.class) != null,
				(session != null) ? new SessionId(session) : null);
	}

}

package city.plaza.identity.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All sign-ins whose second step is still to come. */
@Repository
class PendingSignIns {

	/**
	 * A sign-in whose first step is done.
	 *
	 * @param credential hash of what was signed in with
	 * @param adds whether a factor has to be added
	 */
	record Pending(AccountId account, Hash credential, boolean adds) {

		/** Whether the password is still the one of the first step. */
		boolean isOf(Account holder) {
			return this.credential.equals(credentialOf(holder));
		}

	}

	/** Tries of one sign-in, right or wrong. */
	static final int TRIES = 5;

	private static final String ADD = """
			insert into pending_sign_in (token_hash, account_id, kind, credential_hash, adds, expires_at)
			values (:hash, :account, :kind, :credential, :adds, :expires)
			""";

	private static final String FIND = """
			select * from pending_sign_in
			where token_hash = :hash and kind = :kind and completed_at is null and expires_at > :now and tries < :most
			""";

	private static final String TRY = """
			update pending_sign_in set tries = tries + 1
			where token_hash = :hash and kind = :kind and completed_at is null and expires_at > :now and tries < :most
			returning *
			""";

	private static final String COMPLETE = """
			update pending_sign_in set completed_at = :now where token_hash = :hash and completed_at is null
			returning account_id
			""";

	private static final String REMOVE_OVER = """
			delete from pending_sign_in where expires_at <= :now
			""";

	private final DatabaseClient database;

	PendingSignIns(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Secret token, Account account, Session.Kind kind, boolean adds, Instant expiresAt) {
		return this.database.sql(ADD)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.bind("account", account.id().value())
			.bind("kind", kind.name().toLowerCase(Locale.ROOT))
			.bind("credential", credentialOf(account).bytes())
			.bind("adds", adds)
			.bind("expires", expiresAt)
			.then();
	}

	/** One that goes on, without counting; empty where it is over or of another kind. */
	Mono<Pending> find(Secret token, Session.Kind kind, Instant now) {
		return select(FIND, token, kind, now);
	}

	/** Counts a try, of many at once exactly; empty where none is left. */
	Mono<Pending> takeTry(Secret token, Session.Kind kind, Instant now) {
		return select(TRY, token, kind, now);
	}

	private Mono<Pending> select(String sql, Secret token, Session.Kind kind, Instant now) {
		return this.database.sql(sql)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.bind("kind", kind.name().toLowerCase(Locale.ROOT))
			.bind("now", now)
			.bind("most", TRIES)
			.map(PendingSignIns::read)
			.one();
	}

	/** Whether it was not completed before. */
	Mono<Boolean> complete(Secret token, Instant now) {
		return this.database.sql(COMPLETE)
			.bind("now", now)
			.bind("hash", OpaqueTokens.hash(token).bytes())
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false);
	}

	Mono<Long> removeOver(Instant now) {
		return this.database.sql(REMOVE_OVER).bind("now", now).fetch().rowsUpdated();
	}

	private static Pending read(Readable row) {
		return new Pending(new AccountId(Columns.required(row, "account_id", UUID.class)),
				Hash.of(Columns.required(row, "credential_hash", byte[].class)), Columns.flag(row, "adds"));
	}

	/**
	 * An account that signs in at a provider alone has no password: a first one ends it,
	 * too.
	 */
	private static Hash credentialOf(Account account) {
		String password = Objects.requireNonNullElse(account.passwordHash(), "");
		try {
			return Hash.of(MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}

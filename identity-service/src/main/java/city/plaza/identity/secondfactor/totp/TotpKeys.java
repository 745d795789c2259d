package city.plaza.identity.secondfactor.totp;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.token.SecretVault;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All keys of authenticator apps. */
@Repository
class TotpKeys {

	/**
	 * A key as it is stored.
	 *
	 * @param confirmedAt when a code of it was typed first; null while it is being added
	 */
	record Stored(UUID id, TotpKey key, @Nullable Instant confirmedAt) {
	}

	private static final String BEGIN = """
			insert into totp_key (id, account_id, sealed_key, created_at) values (:id, :account, :sealed, :now)
			on conflict (account_id) where confirmed_at is null do update set
			  id = excluded.id, sealed_key = excluded.sealed_key, created_at = excluded.created_at, tries = 0
			""";

	private static final String TRY_NEW = """
			update totp_key set tries = tries + 1
			where account_id = :account and confirmed_at is null and tries < :most and created_at > :since
			returning *
			""";

	private static final String CONFIRMED = """
			select * from totp_key where account_id = :account and confirmed_at is not null
			""";

	private static final String REPLACE = """
			delete from totp_key where account_id = :account and confirmed_at is not null
			""";

	private static final String CONFIRM = """
			update totp_key set confirmed_at = :now, last_step = :step where id = :id and confirmed_at is null
			returning id
			""";

	private static final String USE = """
			update totp_key set last_step = :step where id = :id and (last_step is null or last_step < :step)
			returning id
			""";

	private final DatabaseClient database;

	private final SecretVault vault;

	TotpKeys(DatabaseClient database, SecretVault vault) {
		this.database = database;
		this.vault = vault;
	}

	/** A key is being added; one that was being added before is no more. */
	Mono<Void> begin(AccountId account, TotpKey key, Instant now) {
		UUID id = UUID.randomUUID();
		return this.database.sql(BEGIN)
			.bind("id", id)
			.bind("account", account.value())
			.bind("sealed", this.vault.close(key.bytes(), owner(id, account)))
			.bind("now", now)
			.then();
	}

	/** Counts a try with the key that is being added; empty where none is left. */
	Mono<Stored> tryNew(AccountId account, int most, Instant since) {
		return this.database.sql(TRY_NEW)
			.bind("account", account.value())
			.bind("most", most)
			.bind("since", since)
			.map(this::read)
			.one();
	}

	Mono<Stored> confirmed(AccountId account) {
		return this.database.sql(CONFIRMED).bind("account", account.value()).map(this::read).one();
	}

	/**
	 * Takes a key into use in place of the one before.
	 * @param step of the code that was typed: it is used
	 * @return whether it was being added still
	 */
	Mono<Boolean> confirm(AccountId account, UUID id, long step, Instant now) {
		return remove(account).then(this.database.sql(CONFIRM)
			.bind("now", now)
			.bind("step", step)
			.bind("id", id)
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false));
	}

	/**
	 * Uses the code of a step: each step is good once, and none before it any more. One
	 * statement, so that of many at once one succeeds.
	 */
	Mono<Boolean> use(UUID id, long step) {
		return this.database.sql(USE).bind("step", step).bind("id", id).map((row) -> true).one().defaultIfEmpty(false);
	}

	/** Whether there was one. */
	Mono<Boolean> remove(AccountId account) {
		return this.database.sql(REPLACE)
			.bind("account", account.value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0);
	}

	private Stored read(Readable row) {
		UUID id = Columns.required(row, "id", UUID.class);
		AccountId account = new AccountId(Columns.required(row, "account_id", UUID.class));
		return new Stored(id, new TotpKey(this.vault.open(Columns.text(row, "sealed_key"), owner(id, account))),
				row.get("confirmed_at", Instant.class));
	}

	private static String owner(UUID id, AccountId account) {
		return "totp " + id + " of " + account;
	}

}

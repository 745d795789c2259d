package city.plaza.identity.secondfactor.passkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Bytes;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All passkeys. */
@Repository
class StoredPasskeys {

	private static final String OF_ACCOUNT = """
			select * from passkey where account_id = :account order by added_at, id
			""";

	private static final String OF_CREDENTIAL = """
			select * from passkey where credential_id = :credential
			""";

	private static final String ADD = """
			insert into passkey (id, account_id, credential_id, credential, name, sign_count, added_at)
			values (:id, :account, :credentialId, :credential, :name, :count, :now)
			on conflict (credential_id) do nothing
			""";

	/** A counter that does not rise is one of a copy (WebAuthn, section 6.1.1). */
	private static final String USE = """
			update passkey set sign_count = :count, last_used_at = :now
			where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))
			returning id
			""";

	private static final String REMOVE = """
			delete from passkey where id = :id and account_id = :account returning name
			""";

	private final DatabaseClient database;

	StoredPasskeys(DatabaseClient database) {
		this.database = database;
	}

	Mono<List<Passkey>> of(AccountId account) {
		return this.database.sql(OF_ACCOUNT)
			.bind("account", account.value())
			.map(StoredPasskeys::read)
			.all()
			.collectList();
	}

	Mono<Passkey> of(byte[] credentialId) {
		return this.database.sql(OF_CREDENTIAL).bind("credential", credentialId).map(StoredPasskeys::read).one();
	}

	/** Whether it was added: an authenticator's id is registered once. */
	Mono<Boolean> add(Passkey passkey) {
		return this.database.sql(ADD)
			.bind("id", passkey.id())
			.bind("account", passkey.account().value())
			.bind("credentialId", passkey.credentialId().array())
			.bind("credential", passkey.credential().array())
			.bind("name", passkey.name())
			.bind("count", passkey.signCount())
			.bind("now", passkey.addedAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/** Notes a use; false where its counter shows that there is a copy. */
	Mono<Boolean> use(UUID id, long signCount, Instant now) {
		return this.database.sql(USE)
			.bind("count", signCount)
			.bind("now", now)
			.bind("id", id)
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false);
	}

	/**
	 * The name of the one that was removed; empty where the account has no such passkey.
	 */
	Mono<String> remove(AccountId account, UUID id) {
		return this.database.sql(REMOVE)
			.bind("id", id)
			.bind("account", account.value())
			.map((row) -> Columns.text(row, "name"))
			.one();
	}

	private static Passkey read(Readable row) {
		return new Passkey(Columns.required(row, "id", UUID.class),
				new AccountId(Columns.required(row, "account_id", UUID.class)),
				Bytes.of(Columns.required(row, "credential_id", byte[].class)),
				Bytes.of(Columns.required(row, "credential", byte[].class)), Columns.text(row, "name"),
				Columns.amount(row, "sign_count"), Columns.required(row, "added_at", Instant.class),
				row.get("last_used_at", Instant.class));
	}

}

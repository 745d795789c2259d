package city.plaza.identity.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All accounts. */
@Repository
public class Accounts {

	private static final String BY_ADDRESS = """
			select * from account where address = :address
			""";

	private static final String BY_ID = """
			select * from account where id = :id
			""";

	private static final String HAS = """
			select exists (select from account where address = :address) as known
			""";

	private static final String ADD_IF_NEW = """
			insert into account (id, kind, email, address, given_name, family_name, password_hash, roles,
			  language, registered_at)
			values (:id, :kind, :email, :address, :given, :family, :hash, :roles, :language, :registered)
			on conflict (address) do nothing
			""";

	private static final String REMOVE = """
			delete from account where id = :id
			""";

	private static final String SIGNED_IN = """
			with before as (select id, last_sign_in_at from account
			  where id = :id and password_hash is not distinct from :hash
			    and (second_factor_since is null or :proved) and suspended_at is null for update)
			update account set last_sign_in_at = :now from before where account.id = before.id
			returning before.last_sign_in_at as previous
			""";

	private static final String CHANGE_EMAIL = """
			update account set email = :email, address = :address
			where id = :id and not exists (select from account where address = :address and id <> :id)
			""";

	private static final String REMOVE_RESIDENT = """
			delete from account where id = :id and kind = 'resident'
			""";

	private static final String CHANGE_PASSWORD = """
			update account set password_hash = :hash where id = :id
			""";

	private static final String SPEAK = """
			update account set language = :language where id = :id
			""";

	private static final String RENAME = """
			update account set given_name = :given, family_name = :family
			where id = :id and (given_name, family_name) <> (:given, :family)
			""";

	private static final String LOCK = """
			select * from account where id = :id for update
			""";

	private static final String SECOND_FACTOR = """
			update account set second_factor_since = case when :has then coalesce(second_factor_since, :now) end
			where id = :id
			""";

	private final DatabaseClient database;

	Accounts(DatabaseClient database) {
		this.database = database;
	}

	public Mono<Account> of(EmailAddress email) {
		return this.database.sql(BY_ADDRESS).bind("address", email.comparable()).map(Accounts::read).one();
	}

	public Mono<Account> of(AccountId id) {
		return this.database.sql(BY_ID).bind("id", id.value()).map(Accounts::read).one();
	}

	public Mono<Boolean> has(EmailAddress email) {
		return this.database.sql(HAS)
			.bind("address", email.comparable())
			.map((row) -> Boolean.TRUE.equals(row.get("known", Boolean.class)))
			.one();
	}

	/**
	 * Adds an account, unless its address has one.
	 * @return whether it was added
	 */
	public Mono<Boolean> addIfNew(Account account) {
		return this.database.sql(ADD_IF_NEW)
			.bind("id", account.id().value())
			.bind("kind", account.kind().name().toLowerCase(Locale.ROOT))
			.bind("email", account.email().value())
			.bind("address", account.email().comparable())
			.bind("given", account.givenName().value())
			.bind("family", account.familyName().value())
			.bind("hash", Parameters.in(R2dbcType.VARCHAR, account.passwordHash()))
			.bind("roles", account.roles().toArray(String[]::new))
			.bind("language", account.language().tag())
			.bind("registered", account.registeredAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Takes back an account that was added in the same transaction.
	 * @return completes when it is gone
	 */
	public Mono<Void> remove(AccountId id) {
		return this.database.sql(REMOVE).bind("id", id.value()).then();
	}

	/**
	 * Notes a sign-in, and keeps others from changing the account until the transaction
	 * ends.
	 * @param account who signed in, as read before
	 * @param proved whether a second factor was proved too, if the account has one
	 * @return the sign-in before, if there was one; nothing at all where the password has
	 * been changed or the account removed since, a second factor is missing, or where it
	 * is suspended
	 */
	public Mono<Optional<Instant>> signedIn(Account account, boolean proved, Instant now) {
		return this.database.sql(SIGNED_IN)
			.bind("id", account.id().value())
			.bind("hash", Parameters.in(R2dbcType.VARCHAR, account.passwordHash()))
			.bind("proved", proved)
			.bind("now", now)
			.map((row) -> Optional.ofNullable(row.get("previous", Instant.class)))
			.one();
	}

	/**
	 * Gives an account another password. Whoever reads the account at the same moment to
	 * sign in does not get in with the one before.
	 * @param hash of the new password
	 * @return completes when it is stored
	 */
	public Mono<Void> changePassword(AccountId id, String hash) {
		return this.database.sql(CHANGE_PASSWORD).bind("hash", hash).bind("id", id.value()).then();
	}

	/** Changes the language of an account's mails. */
	public Mono<Void> speak(AccountId id, Language language) {
		return this.database.sql(SPEAK).bind("id", id.value()).bind("language", language.tag()).then();
	}

	/**
	 * Gives an account another name.
	 * @return false where it has that name already, or was removed
	 */
	public Mono<Boolean> rename(AccountId id, PersonName given, PersonName family) {
		return this.database.sql(RENAME)
			.bind("id", id.value())
			.bind("given", given.value())
			.bind("family", family.value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Reads an account and keeps others from changing it until the transaction ends.
	 * @return nothing where it was removed
	 */
	public Mono<Account> lock(AccountId id) {
		return this.database.sql(LOCK).bind("id", id.value()).map(Accounts::read).one();
	}

	/**
	 * Notes whether an account has a second factor: then no session opens without it.
	 * @return completes when it is stored
	 */
	public Mono<Void> secondFactor(AccountId id, boolean has, Instant now) {
		return this.database.sql(SECOND_FACTOR).bind("has", has).bind("now", now).bind("id", id.value()).then();
	}

	/**
	 * Gives an account another address.
	 * @param email proved
	 * @return false where another account has it
	 */
	public Mono<Boolean> changeEmail(AccountId id, EmailAddress email) {
		return this.database.sql(CHANGE_EMAIL)
			.bind("email", email.value())
			.bind("address", email.comparable())
			.bind("id", id.value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Removes a resident's account with all that hangs on it.
	 * @return whether it was there
	 */
	public Mono<Boolean> removeResident(AccountId id) {
		return this.database.sql(REMOVE_RESIDENT).bind("id", id.value()).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	/** Reads an account from a row that holds its columns. */
	public static Account read(Readable row) {
		return new Account(new AccountId(Columns.required(row, "id", UUID.class)),
				Columns.constant(row, "kind", Account.Kind.class), new EmailAddress(Columns.text(row, "email")),
				new PersonName(Columns.text(row, "given_name")), new PersonName(Columns.text(row, "family_name")),
				row.get("password_hash", String.class), Set.of(Columns.required(row, "roles", String[].class)),
				Language.of(Columns.text(row, "language")).orElseThrow(), row.get("second_factor_since") != null,
				Columns.required(row, "registered_at", Instant.class));
	}

}

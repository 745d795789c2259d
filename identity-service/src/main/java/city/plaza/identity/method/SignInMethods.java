package city.plaza.identity.method;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All sign-in methods by providers. */
@Repository
public class SignInMethods {

	private static final String ADD = """
			insert into sign_in_method (id, account_id, provider, issuer, subject, email, added_at)
			values (:id, :account, :provider, :issuer, :subject, :email, :now)
			on conflict (issuer, subject) do nothing
			""";

	private static final String OF_PERSON = """
			select * from sign_in_method where issuer = :issuer and subject = :subject
			""";

	private static final String OF_ACCOUNT = """
			select * from sign_in_method where account_id = :account order by added_at, id
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:account, 31))
			""";

	private static final String USE = """
			update sign_in_method set used_at = :now, email = coalesce(:email, email) where id = :id
			""";

	private static final String REMOVE = """
			delete from sign_in_method where id = :id and account_id = :account
			""";

	private static final String REMOVE_ALL_OF = """
			delete from sign_in_method where account_id = :account
			""";

	private final DatabaseClient database;

	private final Clock clock;

	SignInMethods(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Adds a method, unless the person at the provider has an account already.
	 * @param email as the provider gave it
	 * @return whether it was added
	 */
	public Mono<Boolean> addIfNew(AccountId account, ProviderSubject person, @Nullable String email) {
		return Mono.defer(() -> this.database.sql(ADD)
			.bind("id", SignInMethodId.next().value())
			.bind("account", account.value())
			.bind("provider", person.provider())
			.bind("issuer", person.issuer())
			.bind("subject", person.subject())
			.bind("email", Parameters.in(R2dbcType.VARCHAR, email))
			.bind("now", this.clock.instant())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1));
	}

	/**
	 * The method of a person at a provider.
	 * @return nothing where it signs in to no account
	 */
	public Mono<SignInMethod> of(ProviderSubject person) {
		return this.database.sql(OF_PERSON)
			.bind("issuer", person.issuer())
			.bind("subject", person.subject())
			.map(SignInMethods::read)
			.one();
	}

	/** All of an account, the oldest first. */
	public Mono<List<SignInMethod>> of(AccountId account) {
		return this.database.sql(OF_ACCOUNT)
			.bind("account", account.value())
			.map(SignInMethods::read)
			.all()
			.collectList();
	}

	/**
	 * Makes others that remove a method of the account wait until this transaction ends.
	 * @return completes when it is this transaction's turn
	 */
	public Mono<Void> lock(AccountId account) {
		return this.database.sql(LOCK).bind("account", account.toString()).then();
	}

	/**
	 * Notes a sign-in.
	 * @param email as the provider gave it now
	 * @return completes when it is noted
	 */
	public Mono<Void> used(SignInMethodId id, @Nullable String email) {
		return Mono.defer(() -> this.database.sql(USE)
			.bind("now", this.clock.instant())
			.bind("email", Parameters.in(R2dbcType.VARCHAR, email))
			.bind("id", id.value())
			.then());
	}

	/**
	 * Removes all methods of an account.
	 * @return completes when none is left
	 */
	public Mono<Void> removeAllOf(AccountId account) {
		return this.database.sql(REMOVE_ALL_OF).bind("account", account.value()).then();
	}

	/**
	 * Removes a method of an account.
	 * @return whether the account had it
	 */
	public Mono<Boolean> remove(SignInMethodId id, AccountId account) {
		return this.database.sql(REMOVE)
			.bind("id", id.value())
			.bind("account", account.value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	private static SignInMethod read(Readable row) {
		return new SignInMethod(new SignInMethodId(Columns.required(row, "id", UUID.class)),
				new AccountId(Columns.required(row, "account_id", UUID.class)),
				new ProviderSubject(Columns.text(row, "provider"), Columns.text(row, "issuer"),
						Columns.text(row, "subject")),
				row.get("email", String.class), Columns.required(row, "added_at", Instant.class),
				row.get("used_at", Instant.class));
	}

}

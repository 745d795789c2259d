package city.plaza.identity.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What the settings may change about accounts: those of staff, never a resident's. */
@Repository
public class StaffAccounts {

	private static final String UPDATE = """
			update account set email = :email, given_name = :given, family_name = :family, password_hash = :hash,
			  roles = :roles where id = :id and kind = 'staff'
			""";

	private static final String LOCK_ALL_BUT = """
			select id
			from account
			where kind = 'staff' and not address = any (:addresses)
			order by id for update
			""";

	private static final String REMOVE = """
			delete from account where id = :id and kind = 'staff'
			""";

	private final DatabaseClient database;

	StaffAccounts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Stores a member of staff as it is now.
	 * @param account of a member of staff
	 * @return completes when it is stored
	 */
	public Mono<Void> update(Account account) {
		return this.database.sql(UPDATE)
			.bind("email", account.email().value())
			.bind("given", account.givenName().value())
			.bind("family", account.familyName().value())
			.bind("hash", Parameters.in(R2dbcType.VARCHAR, account.passwordHash()))
			.bind("roles", account.roles().toArray(String[]::new))
			.bind("id", account.id().value())
			.then();
	}

	/**
	 * Finds all staff but these, and locks them: sign-ins of theirs wait until they are
	 * removed.
	 * @param addresses comparable ones of the staff that stays
	 * @return the others
	 */
	public Mono<List<AccountId>> lockAllBut(Collection<String> addresses) {
		return this.database.sql(LOCK_ALL_BUT)
			.bind("addresses", addresses.toArray(String[]::new))
			.map((row) -> new AccountId(Columns.required(row, "id", UUID.class)))
			.all()
			.collectList();
	}

	/**
	 * Removes a member of staff; the sessions go too.
	 * @param id of a member of staff; a resident's has no effect
	 * @return completes either way
	 */
	public Mono<Void> remove(AccountId id) {
		return this.database.sql(REMOVE).bind("id", id.value()).then();
	}

}

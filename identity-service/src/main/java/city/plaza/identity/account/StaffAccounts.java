package city.plaza.identity.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What may be changed about the accounts of staff, never about a resident's. */
@Repository
public class StaffAccounts {

	private static final String UPDATE = """
			update account set email = :email, given_name = :given, family_name = :family, password_hash = :hash,
			  roles = :roles, from_settings = true where id = :id and kind = 'staff'
			""";

	private static final String LOCK_ALL_BUT = """
			select id
			from account
			where kind = 'staff' and from_settings and not address = any (:addresses)
			order by id for update
			""";

	private static final String REMOVE = """
			delete from account where id = :id and kind = 'staff'
			""";

	private static final String ALL = """
			select * from account where kind = 'staff' order by lower(family_name), lower(given_name), id limit 1000
			""";

	private static final String LOCK_ALL = """
			select * from account where kind = 'staff' order by id for update
			""";

	private static final String SET_ROLES = """
			update account set roles = :roles where id = :id and kind = 'staff'
			""";

	private static final String SUSPEND = """
			update account set suspended_at = :now where id = :id and kind = 'staff'
			""";

	private static final String RESTORE = """
			update account set suspended_at = null where id = :id and kind = 'staff'
			""";

	private static final String FROM_SETTINGS = """
			update account set from_settings = true where id = :id and kind = 'staff'
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
	 * Finds all staff of the settings but these, and locks them: sign-ins of theirs wait
	 * until they are removed.
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

	/** All members of staff by name, the first thousand. */
	public Mono<List<StaffMember>> all() {
		return this.database.sql(ALL).map(StaffMember::read).all().collectList();
	}

	/**
	 * Reads all members of staff and locks them: who decides by how many administrators
	 * there are decides alone.
	 * @return them all
	 */
	public Mono<List<StaffMember>> lockAll() {
		return this.database.sql(LOCK_ALL).map(StaffMember::read).all().collectList();
	}

	public Mono<Void> setRoles(AccountId id, Collection<String> roles) {
		return this.database.sql(SET_ROLES).bind("roles", roles.toArray(String[]::new)).bind("id", id.value()).then();
	}

	public Mono<Void> suspend(AccountId id, Instant now) {
		return this.database.sql(SUSPEND).bind("now", now).bind("id", id.value()).then();
	}

	public Mono<Void> restore(AccountId id) {
		return this.database.sql(RESTORE).bind("id", id.value()).then();
	}

	/** Notes that the settings name this member. */
	public Mono<Void> nameInSettings(AccountId id) {
		return this.database.sql(FROM_SETTINGS).bind("id", id.value()).then();
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

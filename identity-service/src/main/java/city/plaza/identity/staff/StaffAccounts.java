package city.plaza.identity.staff;

import java.util.Collection;

import city.plaza.identity.account.Account;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What the settings may change about accounts: those of staff, never a resident's. */
@Repository
class StaffAccounts {

	private final DatabaseClient database;

	StaffAccounts(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> update(Account account) {
		return this.database.sql("""
				update accounts set email = :email, given_name = :given, family_name = :family, password_hash = :hash,
				  roles = :roles where id = :id and kind = 'staff'""")
			.bind("email", account.email().value())
			.bind("given", account.givenName().value())
			.bind("family", account.familyName().value())
			.bind("hash", account.passwordHash())
			.bind("roles", account.roles().toArray(String[]::new))
			.bind("id", account.id().value())
			.then();
	}

	/** Removes all staff but these; their sessions go with them. */
	Mono<Long> removeAllBut(Collection<String> addresses) {
		return this.database.sql("delete from accounts where kind = 'staff' and not address = any (:addresses)")
			.bind("addresses", addresses.toArray(String[]::new))
			.fetch()
			.rowsUpdated();
	}

}

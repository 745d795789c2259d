package city.plaza.notification.contact;

import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The contacts of all residents. */
@Repository
public class Contacts {

	private static final String HOLD = """
			select * from contact where resident_id = :resident
			""";

	private static final String BY_EMAIL = """
			select * from contact where lower(email) = lower(:email) limit 1
			""";

	private static final String KEEP = """
			insert into contact (resident_id, email, given_name, family_name, language, revision)
			select :resident, :email, :givenName, :familyName, :language, :revision
			where not exists (select from forgotten_resident where resident_id = :resident)
			on conflict (resident_id) do update set email = excluded.email, given_name = excluded.given_name,
			  family_name = excluded.family_name, language = excluded.language, revision = excluded.revision
			where contact.revision < excluded.revision
			""";

	private static final String FORGET = """
			with gone as (delete from contact where resident_id = :resident)
			insert into forgotten_resident (resident_id) values (:resident) on conflict do nothing
			""";

	private static final String IS_FORGOTTEN = """
			select exists (select from forgotten_resident where resident_id = :resident) as forgotten
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:resident, 0))
			""";

	private final DatabaseClient database;

	Contacts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Looks a resident's contact up and keeps it from changing until the transaction
	 * ends: a contact that becomes known and a notice that waits for it never miss each
	 * other.
	 * @return the contact; empty if it is not known yet
	 */
	public Mono<Contact> hold(ResidentId resident) {
		return lock(resident).then(Mono
			.defer(() -> this.database.sql(HOLD).bind("resident", resident.value()).map(Contacts::contact).one()));
	}

	/**
	 * Finds whose confirmed address it is.
	 * @param email in any case
	 * @return the resident's contact; empty if no resident has it
	 */
	public Mono<Contact> byEmail(String email) {
		return this.database.sql(BY_EMAIL).bind("email", email).map(Contacts::contact).one();
	}

	/**
	 * Whether the resident deleted the account: their events may still be under way.
	 * @return true from the event of the deletion on
	 */
	public Mono<Boolean> isForgotten(ResidentId resident) {
		return this.database.sql(IS_FORGOTTEN)
			.bind("resident", resident.value())
			.map((row) -> Columns.flag(row, "forgotten"))
			.one();
	}

	Mono<Void> forget(ResidentId resident) {
		return lock(resident).then(this.database.sql(FORGET).bind("resident", resident.value()).then());
	}

	/**
	 * Keeps a contact.
	 * @return whether it is kept: one that is older than what is known changes nothing,
	 * and a resident who is forgotten stays so
	 */
	Mono<Boolean> keep(Contact contact) {
		return lock(contact.residentId()).then(this.database.sql(KEEP)
			.bind("resident", contact.residentId().value())
			.bind("email", contact.email())
			.bind("givenName", contact.givenName())
			.bind("familyName", contact.familyName())
			.bind("language", contact.language())
			.bind("revision", contact.revision())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1));
	}

	private Mono<Void> lock(ResidentId resident) {
		return this.database.sql(LOCK).bind("resident", "contact " + resident).fetch().rowsUpdated().then();
	}

	private static Contact contact(Readable row) {
		return new Contact(new ResidentId(Columns.required(row, "resident_id", UUID.class)), Columns.text(row, "email"),
				Columns.text(row, "given_name"), Columns.text(row, "family_name"), Columns.text(row, "language"),
				Columns.amount(row, "revision"));
	}

}

package city.plaza.notification.contact;

import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The contacts of all residents. */
@Repository
public class Contacts {

	private final DatabaseClient database;

	Contacts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Looks a resident's contact up and keeps it from changing until the transaction
	 * ends: a contact that becomes known and a notice that waits for it never miss each
	 * other.
	 * @param resident whose
	 * @return the contact; empty if it is not known yet
	 */
	public Mono<Contact> hold(UUID resident) {
		return lock(resident)
			.then(Mono.defer(() -> this.database.sql("SELECT * FROM contact WHERE resident_id = :resident")
				.bind("resident", resident)
				.map(Contacts::contact)
				.one()));
	}

	/**
	 * Finds whose confirmed address it is.
	 * @param email in any case
	 * @return the resident's contact; empty if it is nobody's
	 */
	public Mono<Contact> byEmail(String email) {
		return this.database.sql("SELECT * FROM contact WHERE lower(email) = lower(:email) LIMIT 1")
			.bind("email", email)
			.map(Contacts::contact)
			.one();
	}

	Mono<Void> keep(Contact contact) {
		return lock(contact.residentId()).then(this.database.sql("""
				INSERT INTO contact (resident_id, email, given_name, family_name, language)
				VALUES (:resident, :email, :givenName, :familyName, :language)
				ON CONFLICT (resident_id) DO UPDATE SET email = excluded.email, given_name = excluded.given_name,
				  family_name = excluded.family_name, language = excluded.language
				""")
			.bind("resident", contact.residentId())
			.bind("email", contact.email())
			.bind("givenName", contact.givenName())
			.bind("familyName", contact.familyName())
			.bind("language", contact.language())
			.fetch()
			.rowsUpdated()
			.then());
	}

	private Mono<Void> lock(UUID resident) {
		return this.database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:resident, 0))")
			.bind("resident", "contact " + resident)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Contact contact(Readable row) {
		return new Contact(row.get("resident_id", UUID.class), row.get("email", String.class),
				row.get("given_name", String.class), row.get("family_name", String.class),
				row.get("language", String.class));
	}

}

package city.plaza.identity.registration;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All registrations of the last day. */
@Repository
class Registrations {

	private static final String ADD = """
			insert into registration
			  (id, email, address, given_name, family_name, password_hash, language, created_at)
			values (:id, :email, :address, :given, :family, :hash, :language, :now)
			""";

	private static final String OF = """
			select * from registration where id = :id
			""";

	private static final String CONFIRM = """
			update registration set confirmed_at = :now, password_hash = null where id = :id
			""";

	private static final String REMOVE_OLDER_THAN = """
			delete from registration r where r.created_at < :moment and not exists (
			  select from verification_code c
			  where c.registration_id = r.id and c.replaced_at is null and c.expires_at > :now)
			""";

	private final DatabaseClient database;

	Registrations(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Registration registration, Instant now) {
		return this.database.sql(ADD)
			.bind("id", registration.id().value())
			.bind("email", registration.email().value())
			.bind("address", registration.email().comparable())
			.bind("given", registration.givenName().value())
			.bind("family", registration.familyName().value())
			.bind("hash", Parameters.in(R2dbcType.VARCHAR, registration.passwordHash()))
			.bind("language", registration.language().tag())
			.bind("now", now)
			.then();
	}

	Mono<Registration> of(RegistrationId id) {
		return this.database.sql(OF).bind("id", id.value()).map(Registrations::read).one();
	}

	/** Marks it confirmed; the password's hash belongs to the account from now on. */
	Mono<Void> confirm(RegistrationId id, Instant now) {
		return this.database.sql(CONFIRM).bind("now", now).bind("id", id.value()).then();
	}

	/** Removes what is older and has no code that could still be typed in. */
	Mono<Long> removeOlderThan(Instant moment, Instant now) {
		return this.database.sql(REMOVE_OLDER_THAN).bind("moment", moment).bind("now", now).fetch().rowsUpdated();
	}

	private static Registration read(Readable row) {
		return new Registration(new RegistrationId(Columns.required(row, "id", UUID.class)),
				new EmailAddress(Columns.text(row, "email")), new PersonName(Columns.text(row, "given_name")),
				new PersonName(Columns.text(row, "family_name")), row.get("password_hash", String.class),
				Language.of(Columns.text(row, "language")).orElseThrow());
	}

}

package city.plaza.identity.registration;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Parameter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All registrations of the last day. */
@Repository
class Registrations {

	private static final String ADD = """
			insert into registration
			  (id, email, address, given_name, family_name, password_hash, provider, issuer, subject,
			  language, created_at)
			values (:id, :email, :address, :given, :family, :hash, :provider, :issuer, :subject, :language, :now)
			""";

	private static final String OF = """
			select * from registration where id = :id
			""";

	private static final String CONFIRM = """
			update registration set confirmed_at = :now, password_hash = null, provider = null, issuer = null, subject = null
			where id = :id
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
			.bind("provider", text(registration.person(), ProviderSubject::provider))
			.bind("issuer", text(registration.person(), ProviderSubject::issuer))
			.bind("subject", text(registration.person(), ProviderSubject::subject))
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
				new PersonName(Columns.text(row, "family_name")), row.get("password_hash", String.class), personOf(row),
				Language.of(Columns.text(row, "language")).orElseThrow());
	}

	private static Parameter text(@Nullable ProviderSubject person, Function<ProviderSubject, String> part) {
		return Parameters.in(R2dbcType.VARCHAR, (person != null) ? part.apply(person) : null);
	}

	private static @Nullable ProviderSubject personOf(Readable row) {
		String subject = row.get("subject", String.class);
		return (subject == null) ? null
				: new ProviderSubject(Columns.text(row, "provider"), Columns.text(row, "issuer"), subject);
	}

}

package city.plaza.identity.profile;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The profiles of all residents. */
@Repository
public class Profiles {

	private static final String OF = """
			select * from profile where account_id = :id
			""";

	private static final String BEGIN = """
			insert into profile (account_id)
			select id from account where id = :id and kind = 'resident'
			on conflict (account_id) do nothing
			""";

	private static final String LOCK = """
			select * from profile where account_id = :id for update
			""";

	private static final String SAVE = """
			update profile set contact_preference = :preference, phone = :phone, language = :language,
			  line1 = :line1, line2 = :line2, city = :city, state = :state, postal_code = :postalCode,
			  submitted_at = :submittedAt, revision = :revision
			where account_id = :id
			""";

	private final DatabaseClient database;

	Profiles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Reads a profile.
	 * @param resident whose it is
	 * @return an empty one where nothing was entered yet
	 */
	public Mono<Profile> of(AccountId resident) {
		return this.database.sql(OF)
			.bind("id", resident.value())
			.map(Profiles::read)
			.one()
			.defaultIfEmpty(new Profile(resident, null, null, null, 0));
	}

	/**
	 * Reads a profile and keeps others from changing it until the transaction ends.
	 * @param resident whose it is
	 * @return empty where no resident has this id: staff have no profile
	 */
	public Mono<Profile> lock(AccountId resident) {
		return this.database.sql(BEGIN)
			.bind("id", resident.value())
			.then()
			.then(Mono.defer(() -> this.database.sql(LOCK).bind("id", resident.value()).map(Profiles::read).one()));
	}

	/** Stores a profile that is locked. */
	Mono<Void> save(Profile profile) {
		@Nullable ContactDetails contact = profile.contact();
		@Nullable PostalAddress address = profile.address();
		return this.database.sql(SAVE)
			.bind("id", profile.resident().value())
			.bind("preference", text((contact != null) ? contact.preference().code() : null))
			.bind("phone", text((contact != null && contact.phone() != null) ? contact.phone().value() : null))
			.bind("language", text((contact != null && contact.language() != null) ? contact.language().tag() : null))
			.bind("line1", text((address != null) ? address.line1() : null))
			.bind("line2", text((address != null) ? address.line2() : null))
			.bind("city", text((address != null) ? address.city() : null))
			.bind("state", text((address != null) ? address.state() : null))
			.bind("postalCode", text((address != null) ? address.postalCode() : null))
			.bind("submittedAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, profile.submittedAt()))
			.bind("revision", profile.revision())
			.then();
	}

	private static Object text(@Nullable String value) {
		return Parameters.in(R2dbcType.VARCHAR, value);
	}

	private static Profile read(Readable row) {
		return new Profile(new AccountId(Columns.required(row, "account_id", UUID.class)), contact(row), address(row),
				row.get("submitted_at", Instant.class), Columns.amount(row, "revision"));
	}

	private static @Nullable ContactDetails contact(Readable row) {
		String preference = row.get("contact_preference", String.class);
		if (preference == null) {
			return null;
		}
		String phone = row.get("phone", String.class);
		return new ContactDetails(Codes.constant(ContactPreference.class, preference),
				(phone != null) ? new PhoneNumber(phone) : null,
				Language.of(row.get("language", String.class)).orElse(null));
	}

	private static @Nullable PostalAddress address(Readable row) {
		String line1 = row.get("line1", String.class);
		return (line1 != null) ? new PostalAddress(line1, row.get("line2", String.class), Columns.text(row, "city"),
				Columns.text(row, "state"), Columns.text(row, "postal_code")) : null;
	}

}

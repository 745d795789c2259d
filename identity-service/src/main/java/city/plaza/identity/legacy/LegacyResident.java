package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.profile.PhoneNumber;
import city.plaza.identity.profile.PostalAddress;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A record of the portal before.
 *
 * @param id of the record
 * @param person whom it is about
 * @param reclaimedAt when it came back to an account; null before
 */
record LegacyResident(LegacyId id, LegacyPerson person, @Nullable Instant reclaimedAt) {

	/** Reads a row of the record with its {@code customers}. */
	static LegacyResident read(Readable row) {
		String phone = row.get("phone", String.class);
		return new LegacyResident(new LegacyId(Columns.required(row, "id", UUID.class)), new LegacyPerson(
				new EmailAddress(Columns.text(row, "email")), new PersonName(Columns.text(row, "given_name")),
				new PersonName(Columns.text(row, "family_name")), (phone != null) ? new PhoneNumber(phone) : null,
				address(row), new TreeSet<>(List.of(Columns.required(row, "customers", String[].class)))),
				row.get("reclaimed_at", Instant.class));
	}

	private static @Nullable PostalAddress address(Readable row) {
		String line1 = row.get("line1", String.class);
		return (line1 != null) ? new PostalAddress(line1, row.get("line2", String.class), Columns.text(row, "city"),
				Columns.text(row, "state"), Columns.text(row, "postal_code")) : null;
	}

	boolean isReclaimed() {
		return this.reclaimedAt != null;
	}

}

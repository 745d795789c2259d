package city.plaza.identity.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as administrators see them.
 *
 * @param id of the account
 * @param email to sign in with
 * @param givenName to greet by
 * @param familyName to greet by
 * @param roles such as {@code finance}
 * @param joinedAt when the account came to be
 * @param lastSignInAt null before the first
 * @param suspendedAt since when they may not sign in; null if they may
 * @param fromSettings whether the settings name them, which then are the truth
 */
public record StaffMember(AccountId id, String email, String givenName, String familyName, Set<String> roles,
		Instant joinedAt, @Nullable Instant lastSignInAt, @Nullable Instant suspendedAt, boolean fromSettings) {

	static StaffMember read(Readable row) {
		return new StaffMember(new AccountId(Columns.required(row, "id", UUID.class)), Columns.text(row, "email"),
				Columns.text(row, "given_name"), Columns.text(row, "family_name"),
				Set.of(Columns.required(row, "roles", String[].class)),
				Columns.required(row, "registered_at", Instant.class), row.get("last_sign_in_at", Instant.class),
				row.get("suspended_at", Instant.class), Columns.flag(row, "from_settings"));
	}

	/** Whether the member has a role and may use it. */
	public boolean acts(String role) {
		return this.suspendedAt == null && this.roles.contains(role);
	}

}

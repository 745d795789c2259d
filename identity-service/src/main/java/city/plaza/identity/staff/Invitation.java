package city.plaza.identity.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;

/**
 * A place on the staff that waits to be accepted.
 *
 * @param id of the invitation
 * @param email where it was mailed
 * @param roles of the member to be
 * @param invitedAt when
 * @param expiresAt last moment at which it is accepted
 */
record Invitation(InvitationId id, EmailAddress email, Set<String> roles, Instant invitedAt, Instant expiresAt) {

	static Invitation read(Readable row) {
		return new Invitation(new InvitationId(Columns.required(row, "id", UUID.class)),
				new EmailAddress(Columns.text(row, "email")), Set.of(Columns.required(row, "roles", String[].class)),
				Columns.required(row, "invited_at", Instant.class), Columns.required(row, "expires_at", Instant.class));
	}

}

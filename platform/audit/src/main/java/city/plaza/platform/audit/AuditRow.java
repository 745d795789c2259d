package city.plaza.platform.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored, without its seal.
 *
 * @param id of the entry
 * @param recordedAt to the microsecond
 * @param actor the account; null of the service and of who is not signed in
 * @param role see {@link Actor}
 * @param action its code
 * @param subjectType of what it was done to
 * @param subjectId its id
 * @param client the network it came from, if it is known and kept
 * @param outcome how it ended, as a code
 * @param details a JSON object
 * @param keyId which secret it is authenticated under
 */
record AuditRow(UUID id, Instant recordedAt, @Nullable UUID actor, String role, String action, String subjectType,
		String subjectId, @Nullable String client, String outcome, String details, String keyId) {

	static AuditRow read(Readable row) {
		return new AuditRow(Columns.required(row, "id", UUID.class),
				Columns.required(row, "recorded_at", Instant.class), row.get("actor", UUID.class),
				Columns.text(row, "role"), Columns.text(row, "action"), Columns.text(row, "subject_type"),
				Columns.text(row, "subject_id"), row.get("client", String.class), Columns.text(row, "outcome"),
				Columns.text(row, "details"), Columns.text(row, "key_id"));
	}

	/** The bytes that its mac is of. */
	byte[] content() {
		return AuditKeys.canonical(this.id.toString(),
				Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, this.recordedAt)),
				(this.actor != null) ? this.actor.toString() : null, this.role, this.action, this.subjectType,
				this.subjectId, this.client, this.outcome, this.details, this.keyId);
	}

}

package city.plaza.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param sequence its place in the chain
 * @param recordedAt when it happened
 * @param actor the account of who did it; null of the service itself and of who was not
 * signed in
 * @param role resident, system, anonymous, or the roles of a member of staff with a comma
 * between them
 * @param action what was done, such as signed-in; more values may come
 * @param subjectType of what it was done to, such as account
 * @param subjectId its id
 * @param client the network it came from (an IPv4 address or the first half of an IPv6
 * address); null where none is known or kept
 * @param outcome succeeded, refused or failed
 * @param details numbers, flags and short texts by name
 */
@Schema(name = "AuditEntry")
record AuditEntryView(long sequence, Instant recordedAt, @Nullable UUID actor, String role, String action,
		String subjectType, String subjectId, @Nullable String client, String outcome, Map<String, Object> details) {
}

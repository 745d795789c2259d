package city.plaza.platform.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What entries are looked up by; each that is given must fit exactly.
 *
 * @param from when they were recorded at the earliest
 * @param until before when they were recorded
 * @param actor the account of who did it
 * @param action its code
 * @param subject the id of what it was done to
 */
record AuditQuery(@Nullable Instant from, @Nullable Instant until, @Nullable UUID actor, @Nullable String action,
		@Nullable String subject) {

	/** The conditions of the query, each with the value it binds. */
	Map<String, Object> conditions() {
		Map<String, Object> conditions = new LinkedHashMap<>();
		put(conditions, "recorded_at >= :from", this.from);
		put(conditions, "recorded_at < :until", this.until);
		put(conditions, "actor = :actor", this.actor);
		put(conditions, "action = :action", this.action);
		put(conditions, "subject_id = :subject", this.subject);
		return conditions;
	}

	private static void put(Map<String, Object> conditions, String condition, @Nullable Object value) {
		if (value != null) {
			conditions.put(condition, value);
		}
	}

}

package city.plaza.platform.audit;

import java.util.UUID;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The entries as they are written. */
class AuditEntries {

	private static final String ADD = """
			insert into audit_entry (id, recorded_at, actor, role, action, subject_type, subject_id, client, outcome,
			  details, key_id, mac)
			values (:id, :at, :actor, :role, :action, :type, :subject, :client, :outcome, :details, :key, :mac)
			""";

	private final DatabaseClient database;

	AuditEntries(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(AuditRow row, Digest mac) {
		return this.database.sql(ADD)
			.bind("id", row.id())
			.bind("at", row.recordedAt())
			.bind("actor", (row.actor() != null) ? Parameters.in(row.actor()) : Parameters.in(UUID.class))
			.bind("role", row.role())
			.bind("action", row.action())
			.bind("type", row.subjectType())
			.bind("subject", row.subjectId())
			.bind("client", Parameters.in(R2dbcType.VARCHAR, row.client()))
			.bind("outcome", row.outcome())
			.bind("details", row.details())
			.bind("key", row.keyId())
			.bind("mac", mac.bytes())
			.then();
	}

}

package city.plaza.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All notices. */
@Repository
class Notices {

	private final DatabaseClient database;

	Notices(DatabaseClient database) {
		this.database = database;
	}

	/** Whether it was added; not so if this event made one of this template before. */
	Mono<Boolean> add(NewNotice notice, @Nullable UUID reader, String parameters, NoticeState state) {
		boolean replaced = state == NoticeState.REPLACED;
		NewNotice.Series series = notice.series();
		return this.database.sql("""
				INSERT INTO notice (id, event_id, template, channel, resident_id, address, subject, parameters,
				  sealed_code, expires_at, series, requested_at, state, replaced, due_at, created_at, changed_at)
				VALUES (:id, :event, :template, 'email', :reader, :address, :subject, CAST(:parameters AS jsonb),
				  :sealedCode, :expiresAt, :series, :requestedAt, :state, :replaced, now(), now(), now())
				ON CONFLICT (event_id, template) DO NOTHING
				""")
			.bind("id", UUID.randomUUID())
			.bind("event", notice.eventId())
			.bind("template", notice.template().code())
			.bind("reader", orNull(reader, UUID.class))
			.bind("address", orNull(notice.address(), String.class))
			.bind("subject", notice.subject())
			.bind("parameters", parameters)
			.bind("sealedCode", orNull(replaced ? null : notice.sealedCode(), String.class))
			.bind("expiresAt", orNull(notice.expiresAt(), Instant.class))
			.bind("series", orNull((series != null) ? series.id() : null, UUID.class))
			.bind("requestedAt", orNull((series != null) ? series.requestedAt() : null, Instant.class))
			.bind("state", state.code())
			.bind("replaced", replaced)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/** Queues what waited for this resident's contact. */
	Mono<Long> release(UUID resident) {
		return this.database.sql("""
				UPDATE notice SET state = :queued, due_at = now(), changed_at = now()
				WHERE resident_id = :resident AND state = :waiting
				""")
			.bind("queued", NoticeState.QUEUED.code())
			.bind("waiting", NoticeState.WAITING_FOR_CONTACT.code())
			.bind("resident", resident)
			.fetch()
			.rowsUpdated();
	}

	/** Makes what was sent to an address the notices of the resident who proved it. */
	Mono<Long> adopt(UUID resident, String address) {
		return this.database
			.sql("UPDATE notice SET resident_id = :resident "
					+ "WHERE resident_id IS NULL AND lower(address) = lower(:address)")
			.bind("resident", resident)
			.bind("address", address)
			.fetch()
			.rowsUpdated();
	}

	/** A resident's notices, newest first, from behind the cursor on. */
	Mono<List<Notice>> of(UUID resident, NoticeCursor after, int limit) {
		return this.database.sql("""
				SELECT id, template, channel, state, subject, created_at FROM notice
				WHERE resident_id = :resident AND (created_at, id) < (:at, :id)
				ORDER BY created_at DESC, id DESC
				LIMIT :limit
				""")
			.bind("resident", resident)
			.bind("at", after.at())
			.bind("id", after.id())
			.bind("limit", limit)
			.map(Notices::notice)
			.all()
			.collectList();
	}

	private static Notice notice(Readable row) {
		return new Notice(row.get("id", UUID.class), Template.of(row.get("template", String.class)),
				row.get("channel", String.class), NoticeState.of(row.get("state", String.class)),
				row.get("subject", String.class), row.get("created_at", Instant.class));
	}

	private static Parameter orNull(@Nullable Object value, Class<?> type) {
		return (value != null) ? Parameters.in(value) : Parameters.in(type);
	}

}

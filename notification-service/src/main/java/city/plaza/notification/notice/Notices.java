package city.plaza.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
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

	private static final String ADD = """
			insert into notice (id, event_id, template, channel, resident_id, address, language, subject, parameters,
			  sealed_code, expires_at, series, requested_at, state, replaced, due_at, created_at, changed_at)
			values (:id, :event, :template, 'email', :reader, :address, :language, :subject, cast(:parameters as jsonb),
			  :sealedCode, :expiresAt, :series, :requestedAt, :state, :replaced, now(), now(), now())
			on conflict (event_id, template) do nothing
			""";

	private static final String RELEASE = """
			update notice set state = :queued, due_at = now(), changed_at = now()
			where resident_id = :resident and state = :waiting
			""";

	private static final String ADOPT = """
			update notice
			set resident_id = :resident
			where resident_id is null and lower(address) = lower(:address)
			""";

	private static final String REMOVE_ALL_OF = """
			delete from notice where resident_id = :resident
			""";

	private static final String OF = """
			select id, template, channel, state, subject, created_at from notice
			where resident_id = :resident and (created_at, id) < (:at, :id)
			order by created_at desc, id desc
			limit :limit
			""";

	private final DatabaseClient database;

	Notices(DatabaseClient database) {
		this.database = database;
	}

	/** Whether it was added; not so if this event made one of this template before. */
	Mono<Boolean> add(NewNotice notice, @Nullable ResidentId reader, String subject, String parameters,
			NoticeState state) {
		Language language = notice.language();
		boolean replaced = state == NoticeState.REPLACED;
		NewNotice.Series series = notice.series();
		return this.database.sql(ADD)
			.bind("id", NoticeId.next().value())
			.bind("event", notice.eventId())
			.bind("template", notice.template().code())
			.bind("reader", orNull((reader != null) ? reader.value() : null, UUID.class))
			.bind("address", orNull(notice.address(), String.class))
			.bind("language", orNull((language != null) ? language.tag() : null, String.class))
			.bind("subject", subject)
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
	Mono<Long> release(ResidentId resident) {
		return this.database.sql(RELEASE)
			.bind("queued", NoticeState.QUEUED.code())
			.bind("waiting", NoticeState.WAITING_FOR_CONTACT.code())
			.bind("resident", resident.value())
			.fetch()
			.rowsUpdated();
	}

	/** Makes what was sent to an address the notices of the resident who proved it. */
	Mono<Long> adopt(ResidentId resident, String address) {
		return this.database.sql(ADOPT)
			.bind("resident", resident.value())
			.bind("address", address)
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Removes a resident's notices, sent or not; one in the hands of a worker may still
	 * go out.
	 */
	Mono<Void> removeAllOf(ResidentId resident) {
		return this.database.sql(REMOVE_ALL_OF).bind("resident", resident.value()).then();
	}

	/** A resident's notices, newest first, from behind the cursor on. */
	Mono<List<Notice>> of(ResidentId resident, NoticeCursor after, int limit) {
		return this.database.sql(OF)
			.bind("resident", resident.value())
			.bind("at", after.at())
			.bind("id", after.id().value())
			.bind("limit", limit)
			.map(Notices::notice)
			.all()
			.collectList();
	}

	private static Notice notice(Readable row) {
		return new Notice(new NoticeId(Columns.required(row, "id", UUID.class)),
				Template.of(Columns.text(row, "template")), Columns.text(row, "channel"),
				NoticeState.of(Columns.text(row, "state")), Columns.text(row, "subject"),
				Columns.required(row, "created_at", Instant.class));
	}

	private static Parameter orNull(@Nullable Object value, Class<?> type) {
		return (value != null) ? Parameters.in(value) : Parameters.in(type);
	}

}

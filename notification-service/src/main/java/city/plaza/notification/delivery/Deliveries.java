package city.plaza.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import city.plaza.notification.notice.NoticeState;
import city.plaza.notification.notice.Template;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The notices as the workers of all instances share them. Times are the database's, so
 * that clocks that disagree take nothing twice.
 */
@Repository
class Deliveries {

	private static final String TAKE = """
			UPDATE notice n
			SET state = CASE WHEN n.state = :waiting THEN n.state ELSE :sending END, tries = n.tries + 1, changed_at = now(),
			  due_at = now() + :leaseMillis * interval '1 millisecond'
			FROM (
			  SELECT id, resident_id FROM notice
			  WHERE (state IN ('queued', 'retrying', 'sending') AND due_at <= now())
			    OR (state = :waiting AND created_at < now() - :patienceMillis * interval '1 millisecond')
			  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
			LEFT JOIN contact c ON c.resident_id = due.resident_id
			WHERE n.id = due.id
			RETURNING n.id, n.template, n.channel, n.resident_id, coalesce(n.address, c.email) AS address,
			  c.given_name, n.subject, n.parameters::text AS parameters, n.sealed_code, n.expires_at, n.tries,
			  n.created_at
			""";

	/** Only who took it last settles it, and only by a move that is listed. */
	private static final String SETTLE = """
			UPDATE notice
			SET state = :next, failure = :failure, changed_at = now(),
			  due_at = now() + :waitMillis * interval '1 millisecond',
			  sealed_code = CASE WHEN :wipe THEN NULL ELSE sealed_code END
			WHERE id = :id AND tries = :tries AND state = ANY(:sources)
			""";

	private final DatabaseClient database;

	Deliveries(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes the notice that is due longest, or one that has waited for its reader's
	 * contact longer than the patience.
	 */
	Mono<DueNotice> take(Duration lease, Duration patience) {
		return this.database.sql(TAKE)
			.bind("sending", NoticeState.SENDING.code())
			.bind("waiting", NoticeState.WAITING_FOR_CONTACT.code())
			.bind("leaseMillis", lease.toMillis())
			.bind("patienceMillis", patience.toMillis())
			.map(Deliveries::due)
			.one();
	}

	/** Shows that the worker lives; false if another has taken the notice over. */
	Mono<Boolean> renew(DueNotice notice, Duration lease) {
		return this.database.sql("""
				UPDATE notice SET due_at = now() + :leaseMillis * interval '1 millisecond'
				WHERE id = :id AND tries = :tries AND state = :sending
				""")
			.bind("leaseMillis", lease.toMillis())
			.bind("id", notice.id())
			.bind("tries", notice.tries())
			.bind("sending", NoticeState.SENDING.code())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/** False if another has taken the notice over; then nothing is written. */
	Mono<Boolean> settle(DueNotice notice, NoticeState next, String failure, Duration wait) {
		return this.database.sql(SETTLE)
			.bind("next", next.code())
			.bind("failure", failure)
			.bind("waitMillis", wait.toMillis())
			.bind("wipe", next.isFinal())
			.bind("id", notice.id())
			.bind("tries", notice.tries())
			.bind("sources", next.sources())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	private static DueNotice due(Readable row) {
		return new DueNotice(row.get("id", UUID.class), Template.of(row.get("template", String.class)),
				row.get("channel", String.class), row.get("resident_id", UUID.class), row.get("address", String.class),
				row.get("given_name", String.class), row.get("subject", String.class),
				row.get("parameters", String.class), row.get("sealed_code", String.class),
				row.get("expires_at", Instant.class), row.get("tries", Integer.class),
				row.get("created_at", Instant.class));
	}

}

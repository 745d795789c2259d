package city.plaza.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The notices that are to be sent, as the workers of all instances share them. Times are
 * the database's, so that clocks that disagree take nothing twice.
 */
@Repository
public class DueNotices {

	/**
	 * In due order, by the index of what is due. A lease that ran out while the database
	 * was down counts from the database's start: its holder has time to settle first.
	 * Whose predecessor is still being sent waits for the predecessor's end.
	 */
	static final String TAKE = """
			with due as (
			  select id from notice d
			  where state in ('queued', 'retrying', 'sending') and due_at <= now()
			    and (state <> 'sending' or pg_postmaster_start_time() < now() - :leaseMillis * interval '1 millisecond')
			    and id <> all(:inHand)
			    and (series is null or not exists (
			      select from notice o where o.series = d.series and o.id <> d.id and o.state = 'sending'
			        and (o.due_at > now() or o.id = any(:inHand))))
			  order by due_at limit :most for update skip locked),
			overdue as (
			  select id from notice
			  where state = 'waiting-for-contact' and created_at < now() - :giveUpMillis * interval '1 millisecond'
			    and id <> all(:inHand)
			  order by created_at limit :most for update skip locked)
			update notice n
			set state = case when n.state = 'waiting-for-contact' then n.state else 'sending' end,
			  tries = n.tries + 1, changed_at = now(), due_at = now() + :leaseMillis * interval '1 millisecond'
			from (
			  select t.id, c.email, c.given_name, c.language
			  from (select id from due union all select id from overdue) t
			  join notice using (id) left join contact c using (resident_id)) taken
			where n.id = taken.id
			returning n.id, n.template, n.channel, n.resident_id, coalesce(n.address, taken.email) as address,
			  taken.given_name, coalesce(n.language, taken.language) as language, n.parameters::text as parameters, n.sealed_code, n.expires_at, n.tries,
			  n.created_at, n.replaced
			""";

	/** Only who took one last settles it, and only by a move that is listed. */
	private static final String SETTLE = """
			update notice n
			set state = s.next, failure = s.failure, changed_at = now(),
			  due_at = now() + s.wait_millis * interval '1 millisecond',
			  sealed_code = case when s.next = any(:final) then null else n.sealed_code end
			from unnest(:ids, :tries, :next, :failures, :waits) as s(id, tries, next, failure, wait_millis)
			where n.id = s.id and n.tries = s.tries and n.state || '>' || s.next = any(:moves)
			returning n.id
			""";

	private static final String RENEW = """
			update notice n set due_at = now() + :leaseMillis * interval '1 millisecond'
			from unnest(:ids, :tries) as h(id, tries)
			where n.id = h.id and n.tries = h.tries and n.state = 'sending'
			returning n.id
			""";

	private final DatabaseClient database;

	DueNotices(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes the notices that are due longest, and those that have waited for their
	 * reader's contact for too long.
	 * @param most how many of each
	 * @param lease how long no other worker takes them
	 * @param giveUpAfter how long a notice may wait for its reader's contact
	 * @param inHand what the caller has taken before and not settled
	 * @return the notices, the oldest first
	 */
	public Mono<List<DueNotice>> take(int most, Duration lease, Duration giveUpAfter, Set<NoticeId> inHand) {
		return this.database.sql(TAKE)
			.bind("most", most)
			.bind("leaseMillis", lease.toMillis())
			.bind("giveUpMillis", giveUpAfter.toMillis())
			.bind("inHand", inHand.stream().map(NoticeId::value).toArray(UUID[]::new))
			.map(DueNotices::due)
			.all()
			.collectSortedList(Comparator.comparing(DueNotice::createdAt));
	}

	/**
	 * Extends the leases of notices.
	 * @param notices as they were taken
	 * @param lease from now on
	 * @return the ids of those that no other worker has taken since
	 */
	public Mono<Set<NoticeId>> renew(List<DueNotice> notices, Duration lease) {
		return this.database.sql(RENEW)
			.bind("leaseMillis", lease.toMillis())
			.bind("ids", notices.stream().map((one) -> one.id().value()).toArray(UUID[]::new))
			.bind("tries", notices.stream().map(DueNotice::tries).toArray(Integer[]::new))
			.map(DueNotices::id)
			.all()
			.collect(Collectors.toSet());
	}

	/**
	 * Stores the results of a batch.
	 * @param batch at most one settlement of a notice
	 * @return the ids of those that were settled: not of those that another worker has
	 * taken since
	 */
	public Mono<Set<NoticeId>> settle(List<Settlement> batch) {
		return this.database.sql(SETTLE)
			.bind("ids", batch.stream().map((one) -> one.notice().id().value()).toArray(UUID[]::new))
			.bind("tries", batch.stream().map((one) -> one.notice().tries()).toArray(Integer[]::new))
			.bind("next", batch.stream().map((one) -> one.next().code()).toArray(String[]::new))
			.bind("failures", batch.stream().map(Settlement::failure).toArray(String[]::new))
			.bind("waits", batch.stream().map((one) -> one.pause().toMillis()).toArray(Long[]::new))
			.bind("moves", NoticeState.moves())
			.bind("final",
					Arrays.stream(NoticeState.values())
						.filter(NoticeState::isFinal)
						.map(NoticeState::code)
						.toArray(String[]::new))
			.map(DueNotices::id)
			.all()
			.collect(Collectors.toSet());
	}

	private static NoticeId id(Readable row) {
		return new NoticeId(Columns.required(row, "id", UUID.class));
	}

	private static @Nullable ResidentId resident(Readable row) {
		UUID resident = row.get("resident_id", UUID.class);
		return (resident != null) ? new ResidentId(resident) : null;
	}

	private static DueNotice due(Readable row) {
		return new DueNotice(id(row), Template.of(Columns.text(row, "template")), Columns.text(row, "channel"),
				resident(row), row.get("address", String.class), row.get("given_name", String.class),
				Language.of(row.get("language", String.class)).orElse(Language.ENGLISH),
				Columns.text(row, "parameters"), row.get("sealed_code", String.class),
				row.get("expires_at", Instant.class), Columns.number(row, "tries"),
				Columns.required(row, "created_at", Instant.class), Columns.flag(row, "replaced"));
	}

}

package city.plaza.notification.notice;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Notices that replace each other. What is asked for last takes the place of all that was
 * asked for before, in whatever order the events arrive. One that a worker is sending
 * right now is marked: it is not tried again, and its successor waits for its end.
 */
@Repository
class NoticeSeries {

	private static final String REPLACE = """
			update notice set replaced = true, changed_at = now(),
			  state = case when state = :sending then state else :replaced end,
			  sealed_code = case when state = :sending then sealed_code end
			where series = :series and requested_at <= :requestedAt and event_id <> :event and state = any(:sources)
			""";

	private static final String IS_LATEST = """
			select not exists (
			  select from notice where series = :series and requested_at > :requestedAt) as is_latest
			""";

	private static final String HOLD = """
			select pg_advisory_xact_lock(hashtextextended(:series, 0))
			""";

	private final DatabaseClient database;

	NoticeSeries(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Makes way for a notice. Whoever enters the same series waits for the end of the
	 * transaction.
	 * @return whether it is to be sent: always true for a notice without a series
	 */
	Mono<Boolean> enter(NewNotice notice) {
		NewNotice.Series series = notice.series();
		if (series == null) {
			return Mono.just(true);
		}
		return hold(series).then(Mono.defer(() -> replaceOlder(notice, series)))
			.then(Mono.defer(() -> isLatest(series)));
	}

	private Mono<Long> hold(NewNotice.Series series) {
		return this.database.sql(HOLD).bind("series", "series " + series.id()).fetch().rowsUpdated();
	}

	private Mono<Long> replaceOlder(NewNotice notice, NewNotice.Series series) {
		return this.database.sql(REPLACE)
			.bind("sending", NoticeState.SENDING.code())
			.bind("replaced", NoticeState.REPLACED.code())
			.bind("series", series.id())
			.bind("requestedAt", series.requestedAt())
			.bind("event", notice.eventId())
			.bind("sources", NoticeState.REPLACED.sources())
			.fetch()
			.rowsUpdated();
	}

	private Mono<Boolean> isLatest(NewNotice.Series series) {
		return this.database.sql(IS_LATEST)
			.bind("series", series.id())
			.bind("requestedAt", series.requestedAt())
			.map((row) -> Columns.flag(row, "is_latest"))
			.one();
	}

}

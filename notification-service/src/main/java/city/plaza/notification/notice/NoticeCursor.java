package city.plaza.notification.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.http.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of notices begins: behind this one.
 *
 * @param at when it was made
 */
record NoticeCursor(Instant at, NoticeId id) {

	private static final NoticeCursor START = new NoticeCursor(Instant.parse("9999-01-01T00:00:00Z"),
			new NoticeId(new UUID(0, 0)));

	static NoticeCursor read(@Nullable String text) {
		return Cursor
			.read(text, (parts) -> new NoticeCursor(moment(parts.get(0)), new NoticeId(UUID.fromString(parts.get(1)))))
			.orElse(START);
	}

	/** The database knows no times that are much further away. */
	private static Instant moment(String text) {
		Instant moment = Instant.parse(text);
		if (moment.isBefore(Instant.EPOCH) || moment.isAfter(START.at)) {
			throw new DateTimeException("No notice was made then");
		}
		return moment;
	}

	static Cursor behind(Notice notice) {
		return Cursor.of(notice.createdAt(), notice.id());
	}

}

package city.plaza.notification.notice;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Where a page of notices begins: behind this one.
 *
 * @param at when it was made
 * @param id the notice's
 */
record NoticeCursor(Instant at, UUID id) {

	private static final NoticeCursor START = new NoticeCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

	static NoticeCursor after(Notice notice) {
		return new NoticeCursor(notice.createdAt(), notice.id());
	}

	/**
	 * Reads what a page before has given.
	 * @param text or null for the first page
	 * @return the cursor
	 * @throws city.plaza.platform.problem.ProblemException if no page has given it
	 */
	static NoticeCursor read(@Nullable String text) {
		if (text == null) {
			return START;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
			return new NoticeCursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw Problem
				.of(HttpStatus.BAD_REQUEST, "malformed-request",
						"Use the cursor as the page before gave it, or leave it out.")
				.field("cursor")
				.asException();
		}
	}

	String write() {
		byte[] text = (this.at + " " + this.id).getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
	}

}

package city.plaza.notification.notice;

import java.time.Duration;

/**
 * The result of a notice that a worker took.
 *
 * @param notice as it was taken
 * @param next how far it has come
 * @param failure why no further, without personal data; empty if nothing is wrong
 * @param pause until a worker may take it again, where it is to be tried again
 */
public record Settlement(DueNotice notice, NoticeState next, String failure, Duration pause) {

	/** The mail server accepted it. */
	public static Settlement delivered(DueNotice notice) {
		return new Settlement(notice, NoticeState.DELIVERED, "", Duration.ZERO);
	}

	/** It is not tried again. */
	public static Settlement failed(DueNotice notice, String reason) {
		return new Settlement(notice, NoticeState.FAILED, reason, Duration.ZERO);
	}

	/** A later notice of its series is sent in its place. */
	public static Settlement replaced(DueNotice notice) {
		return new Settlement(notice, NoticeState.REPLACED, "", Duration.ZERO);
	}

	/** It is tried again after a pause. */
	public static Settlement retry(DueNotice notice, String reason, Duration pause) {
		return new Settlement(notice, NoticeState.RETRYING, reason, pause);
	}

}

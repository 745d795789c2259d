package city.plaza.notification.delivery;

import java.time.Duration;

import city.plaza.notification.notice.NoticeState;

/**
 * What became of a notice that a worker took.
 *
 * @param notice as it was taken
 * @param next how far it has come
 * @param failure why no further, without personal data; empty if nothing is wrong
 * @param pause until a worker may take it again, where it is to be tried again
 */
record Settlement(DueNotice notice, NoticeState next, String failure, Duration pause) {

	static Settlement delivered(DueNotice notice) {
		return new Settlement(notice, NoticeState.DELIVERED, "", Duration.ZERO);
	}

	static Settlement failed(DueNotice notice, String reason) {
		return new Settlement(notice, NoticeState.FAILED, reason, Duration.ZERO);
	}

	static Settlement replaced(DueNotice notice) {
		return new Settlement(notice, NoticeState.REPLACED, "", Duration.ZERO);
	}

	static Settlement retry(DueNotice notice, String reason, Duration pause) {
		return new Settlement(notice, NoticeState.RETRYING, reason, pause);
	}

}

package city.plaza.notification.delivery;

import java.time.Instant;

import city.plaza.notification.contact.ResidentId;
import city.plaza.notification.notice.NoticeId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The mail server took a notice.
 *
 * @param noticeId the notice, the event's key
 * @param template its kind of text
 * @param channel how it was sent
 * @param residentId the reader, absent where there is no account yet
 */
record NoticeDelivered(NoticeId noticeId, String template, String channel,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ResidentId residentId, Instant at) {

	static final String TYPE = "NoticeDelivered";

}

package city.plaza.notification.delivery;

import java.time.Instant;

import city.plaza.notification.contact.ResidentId;
import city.plaza.notification.notice.NoticeId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A notice could not be delivered and is not tried again by itself.
 *
 * @param noticeId the notice, the event's key
 * @param template its kind of text
 * @param channel how it was to be sent
 * @param residentId the reader, absent where there is no account yet
 * @param reason without personal data
 */
record NoticeFailed(NoticeId noticeId, String template, String channel,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ResidentId residentId, Instant at, String reason) {

	static final String TYPE = "NoticeFailed";

}

package city.plaza.notification.notice;

import java.time.Instant;

/**
 * A notice as its reader sees it in a list.
 *
 * @param template its kind of text
 * @param channel how it is sent
 * @param state how far it has come
 * @param subject of the mail
 * @param createdAt when its event was read
 */
record Notice(NoticeId id, Template template, String channel, NoticeState state, String subject, Instant createdAt) {
}

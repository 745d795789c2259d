package city.plaza.notification.notice;

import java.time.Instant;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * A notice that a worker has taken to send.
 *
 * @param template its kind of text
 * @param channel how it is sent
 * @param residentId the reader, where there is an account
 * @param address where to send it; null for a resident who has not become known in all
 * the time a notice is tried
 * @param givenName how to greet a resident
 * @param language of the mail
 * @param parameters JSON
 * @param sealedCode sealed to {@code parameters.verificationId}
 * @param expiresAt after which it is not sent
 * @param tries this one included; a later taker has a higher count
 * @param createdAt when its event was read
 * @param replaced whether a younger one of its series has taken its place
 */
public record DueNotice(NoticeId id, Template template, String channel, @Nullable ResidentId residentId,
		@Nullable String address, @Nullable String givenName, Language language, String parameters,
		@Nullable String sealedCode, @Nullable Instant expiresAt, int tries, Instant createdAt, boolean replaced) {

	/** Whether it is too late to send the notice. */
	public boolean isExpiredAt(Instant moment) {
		return this.expiresAt != null && !moment.isBefore(this.expiresAt);
	}

}

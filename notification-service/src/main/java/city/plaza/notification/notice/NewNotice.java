package city.plaza.notification.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A notice to be queued.
 *
 * @param eventId the event it reports; an event makes one notice of a template at most
 * @param template its kind of text
 * @param reader the resident, or null where the event names an address
 * @param address an e-mail address, or null to use the resident's contact
 * @param subject the mail's subject; residents see it in their list, so it holds no code
 * @param parameters what the template shows besides a code; a record or a map
 * @param sealedCode a code sealed to {@code parameters.verificationId}
 * @param expiresAt after which it is not worth sending
 * @param series which notices it replaces, or null
 */
public record NewNotice(UUID eventId, Template template, @Nullable UUID reader, @Nullable String address,
		String subject, Object parameters, @Nullable String sealedCode, @Nullable Instant expiresAt,
		@Nullable Series series) {

	/** A notice to a resident, wherever the resident is reached when it is sent. */
	public static NewNotice toResident(UUID eventId, Template template, UUID resident, String subject,
			Object parameters) {
		return new NewNotice(eventId, template, resident, null, subject, parameters, null, null, null);
	}

	/** A notice to an address that the event names. */
	public static NewNotice toAddress(UUID eventId, Template template, String address, String subject,
			Object parameters) {
		return new NewNotice(eventId, template, null, address, subject, parameters, null, null, null);
	}

	/** The same with a code, which is never stored open. */
	public NewNotice withCode(String sealed, Instant expiry) {
		return new NewNotice(this.eventId, this.template, this.reader, this.address, this.subject, this.parameters,
				sealed, expiry, this.series);
	}

	/** The same as the one that replaces all of its series that were asked for before. */
	public NewNotice replacing(UUID seriesId, Instant requestedAt) {
		return new NewNotice(this.eventId, this.template, this.reader, this.address, this.subject, this.parameters,
				this.sealedCode, this.expiresAt, new Series(seriesId, requestedAt));
	}

	/**
	 * Notices of which only the one asked for last is of use.
	 *
	 * @param requestedAt when this one was asked for, however late it arrives
	 */
	record Series(UUID id, Instant requestedAt) {
	}

}

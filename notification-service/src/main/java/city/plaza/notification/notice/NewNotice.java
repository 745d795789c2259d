package city.plaza.notification.notice;

import java.time.Instant;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be queued.
 *
 * @param eventId the event it reports, or what stays the same where that is published
 * again; it makes one notice of a template at most
 * @param template its kind of text
 * @param reader the resident, or null where the event names an address
 * @param address an email address, or null to use the resident's contact
 * @param language of the reader where the event names it; else that of the contact
 * @param parameters what the template shows besides a code; a record or a map
 * @param sealedCode a code sealed to {@code parameters.verificationId}
 * @param expiresAt after which it is not worth sending
 * @param series which notices it replaces, or null
 * @param isOfNobody whether it is for the address alone, not for a resident who has it
 */
public record NewNotice(UUID eventId, Template template, @Nullable ResidentId reader, @Nullable String address,
		@Nullable Language language, Object parameters, @Nullable String sealedCode, @Nullable Instant expiresAt,
		@Nullable Series series, boolean isOfNobody) {

	/** A notice to a resident, wherever the resident is reached when it is sent. */
	public static NewNotice toResident(UUID eventId, Template template, ResidentId resident, Object parameters) {
		return new NewNotice(eventId, template, resident, null, null, parameters, null, null, null, false);
	}

	/** A notice to an address that the event names. */
	public static NewNotice toAddress(UUID eventId, Template template, String address, @Nullable Language language,
			Object parameters) {
		return new NewNotice(eventId, template, null, address, language, parameters, null, null, null, false);
	}

	/**
	 * The same to the address alone, whoever has it: it is not listed among the notices
	 * of a resident, nor removed with them.
	 */
	public NewNotice ofNobody() {
		return new NewNotice(this.eventId, this.template, null, this.address, this.language, this.parameters,
				this.sealedCode, this.expiresAt, this.series, true);
	}

	/** The same with a code, which is never stored open. */
	public NewNotice withCode(String sealed, Instant expiry) {
		return new NewNotice(this.eventId, this.template, this.reader, this.address, this.language, this.parameters,
				sealed, expiry, this.series, this.isOfNobody);
	}

	/** The same as the one that replaces all of its series that were asked for before. */
	public NewNotice replacing(UUID seriesId, Instant requestedAt) {
		return new NewNotice(this.eventId, this.template, this.reader, this.address, this.language, this.parameters,
				this.sealedCode, this.expiresAt, new Series(seriesId, requestedAt), this.isOfNobody);
	}

	/**
	 * Notices of which only the one asked for last is of use.
	 *
	 * @param requestedAt when this one was asked for, however late it arrives
	 */
	record Series(UUID id, Instant requestedAt) {
	}

}

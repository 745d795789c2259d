package city.plaza.notification.notice;

import java.util.Optional;

import city.plaza.notification.contact.Contact;
import city.plaza.notification.contact.Contacts;
import city.plaza.notification.contact.ResidentId;
import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes a notice in the transaction of the event it reports. It is sent after the
 * commit, or waits for the resident's contact where the events of identity-service are
 * behind.
 */
@Component
public class QueueNotice {

	private final Notices notices;

	private final Contacts contacts;

	private final NoticeSeries series;

	private final NoticeSignal signal;

	private final Subjects subjects;

	private final JsonMapper json;

	QueueNotice(Notices notices, Contacts contacts, NoticeSeries series, NoticeSignal signal, Subjects subjects,
			JsonMapper json) {
		this.notices = notices;
		this.contacts = contacts;
		this.series = series;
		this.signal = signal;
		this.subjects = subjects;
		this.json = json;
	}

	/**
	 * Queues a notice, once.
	 * @param notice to an address or to a resident
	 * @return completes when it is written
	 */
	public Mono<Void> queue(NewNotice notice) {
		return this.series.enter(notice)
			.flatMap((isLatest) -> isLatest ? toItsReader(notice) : add(notice, null, null, NoticeState.REPLACED));
	}

	private Mono<Void> toItsReader(NewNotice notice) {
		if (notice.isOfNobody()) {
			return add(notice, null, null, NoticeState.QUEUED);
		}
		if (notice.address() != null) {
			return this.contacts.byEmail(notice.address())
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.flatMap((contact) -> add(notice, contact.map(Contact::residentId).orElse(null), contact.orElse(null),
						NoticeState.QUEUED));
		}
		ResidentId reader = notice.reader();
		if (reader == null) {
			return Mono.error(() -> new IllegalArgumentException("A notice without a reader"));
		}
		return this.contacts.hold(reader)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((contact) -> contact.isPresent() ? add(notice, reader, contact.get(), NoticeState.QUEUED)
					: toUnknown(notice, reader));
	}

	/** What comes about someone who deleted the account is dropped. */
	private Mono<Void> toUnknown(NewNotice notice, ResidentId reader) {
		return this.contacts.isForgotten(reader)
			.flatMap((forgotten) -> forgotten ? Mono.empty()
					: add(notice, reader, null, NoticeState.WAITING_FOR_CONTACT));
	}

	private Mono<Void> add(NewNotice notice, @Nullable ResidentId reader, @Nullable Contact contact,
			NoticeState state) {
		String parameters = this.json.writeValueAsString(notice.parameters());
		String subject = this.subjects.of(notice.template(), language(notice, contact),
				this.json.readValue(parameters, new TypeReference<>() {
				}));
		return this.notices.add(notice, reader, subject, parameters, state).then(this.signal.signalAfterCommit());
	}

	/**
	 * Of a resident who is not known yet, the first: the mail is written when they are.
	 */
	private static Language language(NewNotice notice, @Nullable Contact contact) {
		if (notice.language() != null) {
			return notice.language();
		}
		return (contact != null) ? Language.of(contact.language()).orElse(Language.ENGLISH) : Language.ENGLISH;
	}

}

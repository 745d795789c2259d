package city.plaza.notification.notice;

import java.util.Optional;
import java.util.UUID;

import city.plaza.notification.contact.Contact;
import city.plaza.notification.contact.Contacts;
import reactor.core.publisher.Mono;
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

	private final JsonMapper json;

	QueueNotice(Notices notices, Contacts contacts, NoticeSeries series, NoticeSignal signal, JsonMapper json) {
		this.notices = notices;
		this.contacts = contacts;
		this.series = series;
		this.signal = signal;
		this.json = json;
	}

	/**
	 * Queues a notice, once.
	 * @param notice to an address or to a resident
	 * @return completes when it is written
	 */
	public Mono<Void> queue(NewNotice notice) {
		return this.series.enter(notice)
			.flatMap(
					(isLatest) -> isLatest ? toItsReader(notice) : add(notice, Optional.empty(), NoticeState.REPLACED));
	}

	private Mono<Void> toItsReader(NewNotice notice) {
		if (notice.address() != null) {
			return this.contacts.byEmail(notice.address())
				.map((contact) -> Optional.of(contact.residentId()))
				.defaultIfEmpty(Optional.empty())
				.flatMap((reader) -> add(notice, reader, NoticeState.QUEUED));
		}
		if (notice.reader() == null) {
			return Mono.error(() -> new IllegalArgumentException("A notice without a reader"));
		}
		Optional<UUID> reader = Optional.of(notice.reader());
		return this.contacts.hold(notice.reader())
			.map(QueueNotice::queued)
			.defaultIfEmpty(NoticeState.WAITING_FOR_CONTACT)
			.flatMap((state) -> add(notice, reader, state));
	}

	private Mono<Void> add(NewNotice notice, Optional<UUID> reader, NoticeState state) {
		return this.notices.add(notice, reader.orElse(null), this.json.writeValueAsString(notice.parameters()), state)
			.then(this.signal.signalAfterCommit());
	}

	private static NoticeState queued(Contact contact) {
		return NoticeState.QUEUED;
	}

}

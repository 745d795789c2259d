package city.plaza.notification.notice;

import city.plaza.notification.contact.Contact;
import city.plaza.notification.contact.ContactListener;
import city.plaza.notification.contact.ResidentId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends on what waited for a resident's contact, and gives the resident the notices that
 * went to the address before there was an account; and removes all of them with it.
 */
@Component
class ReleaseWaitingNotices implements ContactListener {

	private final Notices notices;

	private final NoticeSignal signal;

	ReleaseWaitingNotices(Notices notices, NoticeSignal signal) {
		this.notices = notices;
		this.signal = signal;
	}

	@Override
	public Mono<Void> forgotten(ResidentId resident) {
		return this.notices.removeAllOf(resident);
	}

	@Override
	public Mono<Void> known(Contact contact) {
		return this.notices.adopt(contact.residentId(), contact.email())
			.then(Mono.defer(() -> this.notices.release(contact.residentId())))
			.then(this.signal.signalAfterCommit());
	}

}

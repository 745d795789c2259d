package city.plaza.notification.contact;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Keeps the contacts up to date and notifies what waits for one of them. */
@Component
class KeepContact {

	private final Contacts contacts;

	private final List<ContactListener> listeners;

	KeepContact(Contacts contacts, List<ContactListener> listeners) {
		this.contacts = contacts;
		this.listeners = listeners;
	}

	/**
	 * Keeps a contact, and releases what waits for the resident.
	 * @param contact as an event reports it; an older one than what is known is passed
	 * over
	 */
	Mono<Void> keep(Contact contact) {
		return this.contacts.keep(contact)
			.filter(Boolean::booleanValue)
			.flatMapMany((kept) -> Flux.fromIterable(this.listeners))
			.concatMap((listener) -> listener.known(contact))
			.then();
	}

}

package city.plaza.notification.contact;

import java.util.List;

import city.plaza.platform.events.Event;
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

	Mono<Void> keep(Event<ResidentRegistered> event) {
		ResidentRegistered resident = event.data();
		Contact contact = new Contact(resident.residentId(), resident.email(), resident.givenName(),
				resident.familyName(), resident.language());
		return this.contacts.keep(contact)
			.thenMany(Flux.fromIterable(this.listeners))
			.concatMap((listener) -> listener.known(contact))
			.then();
	}

}

package city.plaza.notification.contact;

import java.util.List;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Erases what this service knows of a resident whose account was deleted. */
@Component
class ForgetResident {

	private final Contacts contacts;

	private final List<ContactListener> listeners;

	ForgetResident(Contacts contacts, List<ContactListener> listeners) {
		this.contacts = contacts;
		this.listeners = listeners;
	}

	/** Runs in the transaction of the event. */
	Mono<Void> forget(Event<ResidentDeleted> event) {
		ResidentId resident = event.data().residentId();
		return this.contacts.forget(resident)
			.thenMany(Flux.fromIterable(this.listeners))
			.concatMap((listener) -> listener.forgotten(resident))
			.then();
	}

}

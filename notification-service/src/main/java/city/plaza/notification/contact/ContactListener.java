package city.plaza.notification.contact;

import reactor.core.publisher.Mono;

/** Is notified, in the same transaction, that a resident can be reached or is gone. */
public interface ContactListener {

	/**
	 * The contact is known from now on.
	 * @param contact new or changed
	 * @return completes when all that waited for it is written
	 */
	Mono<Void> known(Contact contact);

	/**
	 * The resident's account was deleted.
	 * @param resident whose it was
	 * @return completes when nothing is kept of the person
	 */
	Mono<Void> forgotten(ResidentId resident);

}

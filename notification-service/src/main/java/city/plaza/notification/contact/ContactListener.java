package city.plaza.notification.contact;

import reactor.core.publisher.Mono;

/** Is notified, in the same transaction, that a resident can be reached. */
@FunctionalInterface
public interface ContactListener {

	/**
	 * The contact is known from now on.
	 * @param contact new or changed
	 * @return completes when all that waited for it is written
	 */
	Mono<Void> known(Contact contact);

}

package city.plaza.platform.audit;

import reactor.core.publisher.Mono;

/**
 * Where a service writes down who did what. An entry commits with what it describes, or
 * not at all; within a second it is sealed: chained to the one before, so that a later
 * change is found.
 */
public interface AuditTrail {

	/**
	 * Writes an entry. The network address of the client is added from the request that
	 * is being handled, if there is one.
	 * @param entry what happened
	 * @return completes when it is written
	 * @throws IllegalStateException (as an error signal) outside of a transaction
	 */
	Mono<Void> record(NewEntry entry);

}

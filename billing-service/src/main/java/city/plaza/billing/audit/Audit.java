package city.plaza.billing.audit;

import java.util.function.Function;

import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.AuditTrail;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Writes down what staff do, in the name of the request's token. */
@Component
public class Audit {

	private final AuditTrail trail;

	private final Transactions transactions;

	Audit(AuditTrail trail, Transactions transactions) {
		this.trail = trail;
		this.transactions = transactions;
	}

	/**
	 * Writes an entry, in the transaction of what it describes; of what only reads it is
	 * a transaction of its own, and whoever reads waits for it.
	 * @param entry by the one who acts
	 * @return completes when it is written
	 */
	public Mono<Void> record(Function<Actor, NewEntry> entry) {
		return this.transactions.inOne(Actor.ofRequest().flatMap((actor) -> this.trail.record(entry.apply(actor))));
	}

}

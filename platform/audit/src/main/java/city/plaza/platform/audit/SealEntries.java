package city.plaza.platform.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import city.plaza.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Chains committed entries, in the order of their times, and anchors the chain. One
 * instance does it at a time; who writes an entry waits for none.
 */
class SealEntries {

	private static final Logger log = LoggerFactory.getLogger(SealEntries.class);

	private static final int BATCH = 500;

	private final AuditChain chain;

	private final AuditKeys keys;

	private final Transactions transactions;

	private final Clock clock;

	SealEntries(AuditChain chain, AuditKeys keys, Transactions transactions, Clock clock) {
		this.chain = chain;
		this.keys = keys;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Seals all that wait. */
	Mono<Void> seal() {
		return this.transactions.inOne(sealSome()).repeat().takeWhile((sealed) -> sealed == BATCH).then();
	}

	private Mono<Integer> sealSome() {
		return this.chain.lockHead()
			.flatMap((head) -> this.chain.unsealed(BATCH).flatMap((waiting) -> append(head, waiting)))
			.defaultIfEmpty(0);
	}

	private Mono<Integer> append(Place head, List<AuditChain.Unsealed> waiting) {
		if (waiting.isEmpty()) {
			return Mono.just(0);
		}
		List<AuditChain.Sealed> sealed = new ArrayList<>();
		Place last = head;
		for (AuditChain.Unsealed entry : waiting) {
			last = next(last, entry);
			sealed.add(new AuditChain.Sealed(entry.id(), last));
		}
		return this.chain.seal(sealed).then(this.chain.moveHead(last)).thenReturn(sealed.size());
	}

	/**
	 * What names an unknown key was not written by this service. It is chained under the
	 * present one and found by who verifies; left out, it would hold up all others.
	 */
	private Place next(Place last, AuditChain.Unsealed entry) {
		long sequence = last.sequence() + 1;
		Digest hash = this.keys.link(entry.keyId(), last.hash(), sequence, entry.mac())
			.or(() -> this.keys.link(this.keys.current(), last.hash(), sequence, entry.mac()))
			.orElseThrow();
		return new Place(sequence, hash);
	}

	/** Publishes how far the chain goes, where it has moved since. */
	Mono<Void> anchor() {
		return Mono.defer(() -> this.chain.anchor(this.clock.instant()))
			.doOnNext((head) -> log.info("Audit anchor {}", head.text()))
			.then();
	}

}

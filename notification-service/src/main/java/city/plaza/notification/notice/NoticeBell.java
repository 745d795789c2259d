package city.plaza.notification.notice;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Rings once the transaction that queued a notice has committed, so that the worker of
 * this instance need not wait for its next look.
 */
@Component
public class NoticeBell {

	private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

	/**
	 * Each ring; those that nobody hears are lost, which is what the worker's poll is
	 * for.
	 */
	public Flux<Long> rings() {
		return this.rings.asFlux();
	}

	Mono<Void> ringAfterCommit() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.doOnNext((transaction) -> transaction.registerSynchronization(new Ring()))
			.then();
	}

	private void ring() {
		synchronized (this.rings) {
			this.rings.tryEmitNext(0L);
		}
	}

	private final class Ring implements TransactionSynchronization {

		@Override
		public Mono<Void> afterCommit() {
			return Mono.fromRunnable(NoticeBell.this::ring);
		}

	}

}

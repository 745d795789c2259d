package city.plaza.notification.notice;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Signals once the transaction that queued a notice has committed, so that the worker of
 * this instance need not wait for its next look.
 */
@Component
public class NoticeSignal {

	private final Sinks.Many<Long> signals = Sinks.many().multicast().directBestEffort();

	/**
	 * Each signal; those without a subscriber are lost, for which the worker polls.
	 */
	public Flux<Long> signals() {
		return this.signals.asFlux();
	}

	Mono<Void> signalAfterCommit() {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.doOnNext((transaction) -> transaction.registerSynchronization(new AfterCommit()))
			.then();
	}

	private void signal() {
		synchronized (this.signals) {
			this.signals.tryEmitNext(0L);
		}
	}

	private final class AfterCommit implements TransactionSynchronization {

		@Override
		public Mono<Void> afterCommit() {
			return Mono.fromRunnable(NoticeSignal.this::signal);
		}

	}

}

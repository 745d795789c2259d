package city.plaza.platform.database;

import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Runs work in one transaction, whole or not at all, also when the client disconnects in
 * the middle: once begun, it is carried to its commit or rollback.
 */
public final class Transactions {

	private final TransactionalOperator operator;

	Transactions(TransactionalOperator operator) {
		this.operator = operator;
	}

	/**
	 * Runs the work in a transaction (joining one that is open).
	 * @param <T> what the work gives
	 * @param work lazy; nothing of it may run outside of the subscription
	 * @return the work's value after the commit
	 */
	public <T> Mono<T> inOne(Mono<T> work) {
		return carriedThrough(this.operator.transactional(work));
	}

	/**
	 * Runs the work in a transaction of its own that is rolled back: nothing of it stays.
	 * @param <T> what the work gives
	 * @param work lazy; nothing of it may run outside of the subscription
	 * @return the work's value after the rollback
	 */
	public <T> Mono<T> undone(Mono<T> work) {
		return carriedThrough(this.operator.execute((transaction) -> {
			transaction.setRollbackOnly();
			return work;
		}).next());
	}

	private static <T> Mono<T> carriedThrough(Mono<T> transaction) {
		return Mono
			.deferContextual((context) -> Mono.fromFuture(() -> transaction.contextWrite(context).toFuture(), true));
	}

}

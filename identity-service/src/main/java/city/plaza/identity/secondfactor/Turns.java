package city.plaza.identity.secondfactor;

import city.plaza.identity.password.PasswordHashes;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolBuilder;

/**
 * Lets so many second steps be taken at once that they leave the database's connections
 * to others. What waits has cost nothing yet.
 */
@Component
class Turns implements DisposableBean {

	private static final int WAITING = 2000;

	private final InstrumentedPool<Object> turns = PoolBuilder.from(Mono.fromCallable(Object::new))
		.sizeBetween(0, 2 * Runtime.getRuntime().availableProcessors())
		.maxPendingAcquire(WAITING)
		.buildPool();

	/** 503 {@code busy} where too much waits already. */
	<T> Mono<T> inTurn(Mono<T> work) {
		return this.turns.withPoolable((turn) -> work)
			.singleOrEmpty()
			.onErrorMap(PoolAcquirePendingLimitException.class, (full) -> PasswordHashes.BUSY.asException());
	}

	@Override
	public void destroy() {
		this.turns.dispose();
	}

}

package city.plaza.platform.calls;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import reactor.core.observability.DefaultSignalListener;

/**
 * What is learned from one call that the breaker permitted: whether the service failed,
 * and how long it took. One listener instead of an operator for each was a good part of
 * what the gateway adds to a request.
 *
 * @param <T> what the call gives
 */
final class FollowedCall<T> extends DefaultSignalListener<T> {

	private final CircuitBreaker breaker;

	private final @Nullable Width width;

	private final int besides;

	private final long startedAt = System.nanoTime();

	private final long permittedAt;

	/** The breaker hears of each call once, whatever comes after the response. */
	private final AtomicBoolean isSettled = new AtomicBoolean();

	/**
	 * A call that begins now.
	 * @param breaker that permitted it
	 * @param width learns from it; null where its time shows nothing
	 * @param besides calls under way and waiting, itself included
	 */
	FollowedCall(CircuitBreaker breaker, @Nullable Width width, int besides) {
		this.breaker = breaker;
		this.width = width;
		this.besides = besides;
		this.permittedAt = breaker.getCurrentTimestamp();
	}

	@Override
	public void doOnNext(T response) {
		if (!this.isSettled.getAndSet(true)) {
			learn(response);
			this.breaker.onResult(lasted(), this.breaker.getTimestampUnit(), response);
		}
	}

	/** Of a call without a response that can be judged. */
	@Override
	public void doOnComplete() {
		if (!this.isSettled.getAndSet(true)) {
			learn(null);
			this.breaker.onSuccess(lasted(), this.breaker.getTimestampUnit());
		}
	}

	@Override
	public void doOnError(Throwable error) {
		if (!this.isSettled.getAndSet(true)) {
			if (this.width != null && ServiceFailures.isFailure(error)) {
				this.width.learn(this.startedAt, this.besides, true);
			}
			this.breaker.onError(lasted(), this.breaker.getTimestampUnit(), error);
		}
	}

	/** The caller went away: it says nothing of the service. */
	@Override
	public void doOnCancel() {
		if (!this.isSettled.getAndSet(true)) {
			this.breaker.releasePermission();
		}
	}

	/**
	 * An error that is reported soon shows nothing of how much the service can do: it
	 * makes no room. Nor does it take any, or one broken page would slow all the others.
	 */
	private void learn(@Nullable T response) {
		if (this.width == null) {
			return;
		}
		if (response != null && ServiceFailures.isServerError(response)) {
			this.width.learnFromError(this.startedAt);
		}
		else {
			this.width.learn(this.startedAt, this.besides, false);
		}
	}

	private long lasted() {
		return this.breaker.getCurrentTimestamp() - this.permittedAt;
	}

}

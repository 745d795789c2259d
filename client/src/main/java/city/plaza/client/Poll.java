package city.plaza.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Repeats a request until its result is the one awaited, or the time is over. */
public final class Poll {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(150);

	private Poll() {
	}

	/** A request that may fail meanwhile. */
	@FunctionalInterface
	public interface Request<T> {

		T send() throws InterruptedException;

	}

	/** The first result that fits, within 30 seconds. */
	public static <T> T until(String what, Request<T> request, Predicate<T> fits) throws InterruptedException {
		return until(what, LIMIT, PAUSE, request, fits);
	}

	/** The first result that fits, within a limit. */
	public static <T> T until(String what, Duration limit, Request<T> request, Predicate<T> fits)
			throws InterruptedException {
		return until(what, limit, PAUSE, request, fits);
	}

	/**
	 * The first result that fits. A request that fails counts as one that does not fit.
	 * @param what is awaited, for the message
	 * @param pause between two requests
	 * @throws AwaitedInVain if no result fits in time; its cause is the last failure
	 */
	public static <T> T until(String what, Duration limit, Duration pause, Request<T> request, Predicate<T> fits)
			throws InterruptedException {
		Instant end = Instant.now().plus(limit);
		while (true) {
			Attempt<T> attempt = Attempt.of(request);
			if (attempt instanceof Attempt.Result<T>(T value) && fits.test(value)) {
				return value;
			}
			if (Instant.now().isAfter(end)) {
				throw attempt.inVain(what, limit);
			}
			LockSupport.parkNanos(pause.toNanos());
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
	}

	private sealed interface Attempt<T> {

		AwaitedInVain inVain(String what, Duration limit);

		static <T> Attempt<T> of(Request<T> request) throws InterruptedException {
			try {
				return new Result<>(request.send());
			}
			catch (UnexpectedResponse ex) {
				return new Failure<>(ex);
			}
		}

		/** The request succeeded. */
		record Result<T>(T value) implements Attempt<T> {

			@Override
			public AwaitedInVain inVain(String what, Duration limit) {
				return new AwaitedInVain(what, limit, String.valueOf(this.value), null);
			}

		}

		/** The request failed. */
		record Failure<T>(UnexpectedResponse cause) implements Attempt<T> {

			@Override
			public AwaitedInVain inVain(String what, Duration limit) {
				return new AwaitedInVain(what, limit, String.valueOf(this.cause.getMessage()), this.cause);
			}

		}

	}

}

package city.plaza.local.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks again and again until the answer is the one awaited, or the time is over. */
public final class Poll {

	private static final Duration PAUSE = Duration.ofMillis(150);

	private Poll() {
	}

	/** A question that may be interrupted. */
	@FunctionalInterface
	public interface Question<T> {

		T ask() throws InterruptedException;

	}

	/**
	 * The first answer that fits.
	 * @param what is awaited, for the message
	 * @throws UnexpectedAnswer if none came in time
	 */
	public static <T> T until(String what, Duration limit, Question<T> question, Predicate<T> fits)
			throws InterruptedException {
		return until(what, limit, PAUSE, question, fits);
	}

	/** The same with another pause between two questions. */
	public static <T> T until(String what, Duration limit, Duration pause, Question<T> question, Predicate<T> fits)
			throws InterruptedException {
		Instant end = Instant.now().plus(limit);
		T answer = question.ask();
		while (!fits.test(answer)) {
			if (Instant.now().isAfter(end)) {
				throw new UnexpectedAnswer(
						"Waited " + limit.toSeconds() + " s in vain for " + what + "; last seen: " + answer);
			}
			LockSupport.parkNanos(pause.toNanos());
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			answer = question.ask();
		}
		return answer;
	}

}

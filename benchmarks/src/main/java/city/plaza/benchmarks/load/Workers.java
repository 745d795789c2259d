package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that takes one or more requests, done by so many at once, each time anew. */
public final class Workers {

	private Workers() {
	}

	/**
	 * Each worker does the work again and again until the time is over.
	 * @param count how many at once
	 */
	public static Result run(int count, Duration duration, Work work) throws InterruptedException {
		Tally tally = new Tally();
		AtomicInteger begun = new AtomicInteger();
		long began = System.nanoTime();
		long end = began + duration.toNanos();
		List<Future<?>> ends = new ArrayList<>();
		try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int worker = 0; worker < count; worker++) {
				ends.add(workers.submit(() -> {
					while (System.nanoTime() < end) {
						once(work, begun.incrementAndGet(), tally);
					}
					return null;
				}));
			}
		}
		Result result = tally.result(count, Duration.ofNanos(System.nanoTime() - began));
		for (Future<?> each : ends) {
			unlessItFailed(each);
		}
		return result;
	}

	private static void once(Work work, int number, Tally tally) throws InterruptedException {
		long began = System.nanoTime();
		try {
			int status = work.run(number);
			tally.response(status, false, Duration.ofNanos(System.nanoTime() - began));
		}
		catch (UnexpectedStatus ex) {
			tally.unexpected(ex.status());
		}
		catch (IOException ex) {
			tally.failure(ex);
		}
	}

	/** What is no failure of a request is a bug, and its figure none. */
	private static void unlessItFailed(Future<?> worker) throws InterruptedException {
		try {
			worker.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The work failed", ex.getCause());
		}
	}

	/** Done once. */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does it.
		 * @param number from 1 on in each run
		 * @return the status of its last response
		 * @throws UnexpectedStatus where one is not as it should be, which is counted
		 */
		int run(int number) throws IOException, InterruptedException;

	}

}

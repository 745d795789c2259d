package city.plaza.gateway.connection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;

/**
 * Until when a client has to have sent something. Where the event loop itself was late,
 * what the client sent in time may still wait to be read: then it is given a moment for
 * that first.
 */
final class Deadline {

	private static final long LATE = Duration.ofMillis(50).toNanos();

	private static final long TO_READ = Duration.ofMillis(100).toNanos();

	private final EventExecutor loop;

	private final Runnable action;

	private Future<?> timer;

	/** Only on the event loop. */
	Deadline(EventExecutor loop, long nanos, Runnable action) {
		this.loop = loop;
		this.action = action;
		this.timer = timer(Math.max(1, nanos));
	}

	void cancel() {
		this.timer.cancel(false);
	}

	private Future<?> timer(long nanos) {
		long due = System.nanoTime() + nanos;
		return this.loop.schedule(() -> passed(due), nanos, TimeUnit.NANOSECONDS);
	}

	private void passed(long due) {
		if (System.nanoTime() - due > LATE) {
			this.timer = timer(TO_READ);
		}
		else {
			this.action.run();
		}
	}

}

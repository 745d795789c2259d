package city.plaza.platform.calls;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At most one line a second for each service and reason, however many were refused. */
public final class RefusalLog {

	private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

	private static final long PAUSE = Duration.ofSeconds(1).toNanos();

	private final Map<String, Line> lines = new ConcurrentHashMap<>();

	RefusalLog() {
	}

	private static final class Line {

		private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);

		private final AtomicLong unlogged = new AtomicLong();

	}

	/**
	 * Logs a call that was not served.
	 * @param service whose
	 * @param reason one of few; never holds data of a request
	 */
	public void refused(String service, String reason) {
		Line line = this.lines.computeIfAbsent(service + ' ' + reason, (any) -> new Line());
		long calls = line.unlogged.incrementAndGet();
		long last = line.last.get();
		long now = System.nanoTime();
		if (now - last >= PAUSE && line.last.compareAndSet(last, now)) {
			line.unlogged.addAndGet(-calls);
			log.warn("{} not served: {} ({} since the last such line)", service, reason, calls);
		}
	}

}

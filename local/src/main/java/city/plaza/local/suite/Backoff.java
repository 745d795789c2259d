package city.plaza.local.suite;

import java.time.Duration;

/**
 * How long to wait before a program that died is started again: at first hardly at all,
 * then longer, so that one that cannot run does not keep the machine busy.
 */
final class Backoff {

	/** The first pause of a suite. */
	static final Duration FIRST = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	/** A process that lived longer is taken for one that can run. */
	private static final Duration HEALTHY = Duration.ofSeconds(60);

	private final Duration first;

	private Duration next;

	Backoff(Duration first) {
		this.first = first;
		this.next = first;
	}

	/** The pause before the next start, after a process that lived so long. */
	Duration after(Duration lifetime) {
		if (lifetime.compareTo(HEALTHY) > 0) {
			this.next = this.first;
		}
		Duration pause = this.next;
		Duration doubled = pause.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) > 0) ? LONGEST : doubled;
		return pause;
	}

}

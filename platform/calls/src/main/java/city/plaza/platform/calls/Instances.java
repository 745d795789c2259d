package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Which instances are on trial: those that failed a moment ago and those that have just
 * come, whose first calls are slow. Calls go to the others meanwhile, and one at a time
 * finds out how the instance is.
 */
public final class Instances {

	/** Responses in time before an instance that has just come is one of the others. */
	private static final int PROOF = 3;

	/**
	 * A call that began before an instance came does not know that it may have to try it.
	 */
	private static final long UNTIL_ALL_KNOW = Duration.ofMillis(100).toNanos();

	/**
	 * How many pauses a change leaves the trial to a question, which may be asked again.
	 */
	private static final int QUESTIONS_FIRST = 2;

	private final long pause;

	private final LongSupplier time;

	private final Map<String, Trial> onTrial = new ConcurrentHashMap<>();

	private final Map<String, List<String>> services = new ConcurrentHashMap<>();

	Instances(Duration pause) {
		this(pause, System::nanoTime);
	}

	/**
	 * By another timer than the system's.
	 * @param pause between two calls that try an instance
	 * @param time in nanoseconds, as {@link System#nanoTime}
	 */
	Instances(Duration pause, LongSupplier time) {
		this.pause = pause.toNanos();
		this.time = time;
	}

	/** In nanoseconds of the timer. */
	long now() {
		return this.time.getAsLong();
	}

	/**
	 * An instance gave no connection, broke one, or did not respond in time.
	 * @param address of a call to it
	 * @return whether another instance of its service is well, so that the failure is not
	 * one of the service
	 */
	public boolean failed(URI address) {
		String instance = key(address);
		long now = now();
		// The last calls to one that has left the registry do not concern those in it.
		if (this.services.values().stream().anyMatch((all) -> all.contains(instance))) {
			this.onTrial.compute(instance,
					(any, before) -> new Trial(now, now + this.pause, (before != null) ? before.responses() : 1));
		}
		return isAnotherWell(instance);
	}

	/**
	 * An instance responded: whatever the response, it is up. A response to an earlier
	 * call that is read after the instance failed does not count.
	 * @param address of the call
	 * @param since when the call began, in nanoseconds of the system's timer
	 */
	public void responded(URI address, long since) {
		if (!this.onTrial.isEmpty()) {
			this.onTrial.computeIfPresent(key(address),
					(instance, trial) -> (since - trial.since() > 0) ? trial.passed(now()) : trial);
		}
	}

	/**
	 * Whether a call that goes there may be in vain and another instance would do better.
	 */
	boolean isOnTrial(URI address) {
		return !this.onTrial.isEmpty() && this.onTrial.containsKey(key(address)) && isAnotherWell(key(address));
	}

	/** Whether there may be reason to ask. */
	boolean areAllWell() {
		return this.onTrial.isEmpty();
	}

	/**
	 * Those to choose among: the one whose trial goes on, else those that are well, else
	 * all.
	 * @param isQuestion whether the call may be asked again elsewhere
	 */
	List<ServiceInstance> worthTrying(String service, List<ServiceInstance> all, boolean isQuestion) {
		List<String> now = all.stream().map(Instances::key).toList();
		List<String> before = this.services.put(service, now);
		if (before != null && !before.equals(now)) {
			changed(before, now);
		}
		if (this.onTrial.isEmpty() || all.size() < 2) {
			return all;
		}
		List<ServiceInstance> well = all.stream().filter((each) -> !this.onTrial.containsKey(key(each))).toList();
		if (well.isEmpty()) {
			return all;
		}
		return all.stream().filter((each) -> takesTurn(each, isQuestion)).findFirst().map(List::of).orElse(well);
	}

	/**
	 * Those that come are tried first; where none was before, there is no other to
	 * choose.
	 */
	private void changed(List<String> before, List<String> after) {
		long now = now();
		before.stream().filter(Predicate.not(after::contains)).forEach(this.onTrial::remove);
		if (!before.isEmpty()) {
			after.stream()
				.filter(Predicate.not(before::contains))
				.forEach((instance) -> this.onTrial.putIfAbsent(instance, new Trial(now, now + UNTIL_ALL_KNOW, PROOF)));
		}
	}

	private boolean takesTurn(ServiceInstance instance, boolean isQuestion) {
		Trial trial = this.onTrial.get(key(instance));
		long now = now();
		return trial != null && now - trial.next() >= (isQuestion ? 0 : QUESTIONS_FIRST * this.pause)
				&& this.onTrial.replace(key(instance), trial, trial.next(now + this.pause));
	}

	private boolean isAnotherWell(String instance) {
		return this.services.values()
			.stream()
			.filter((all) -> all.contains(instance))
			.anyMatch((all) -> all.stream().anyMatch((other) -> !this.onTrial.containsKey(other)));
	}

	private static String key(URI address) {
		return address.getHost() + ':' + address.getPort();
	}

	private static String key(ServiceInstance instance) {
		return instance.getHost() + ':' + instance.getPort();
	}

	/**
	 * Of one instance; times in nanoseconds of the system's timer.
	 *
	 * @param since when it came or failed last
	 * @param next when the next call may try it
	 * @param responses how many it still has to give
	 */
	private record Trial(long since, long next, int responses) {

		private Trial next(long time) {
			return new Trial(this.since, time, this.responses);
		}

		/** Another response; the last one ends the trial. */
		private @Nullable Trial passed(long time) {
			return (this.responses > 1) ? new Trial(this.since, time, this.responses - 1) : null;
		}

	}

}

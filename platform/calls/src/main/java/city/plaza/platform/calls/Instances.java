package city.plaza.platform.calls;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Which instances failed a moment ago. Calls go to the others meanwhile; after a pause
 * one call tries the instance again.
 */
public final class Instances {

	private final long pause;

	private final Map<String, Failure> failing = new ConcurrentHashMap<>();

	private final Map<String, List<String>> services = new ConcurrentHashMap<>();

	Instances(Duration pause) {
		this.pause = pause.toNanos();
	}

	/**
	 * An instance gave no connection, broke one, or did not answer in time.
	 * @param address of a call to it
	 * @return whether another instance of its service is well, so that the failure is not
	 * one of the service
	 */
	public boolean failed(URI address) {
		String instance = key(address.getHost(), address.getPort());
		long now = System.nanoTime();
		this.failing.put(instance, new Failure(now, now + this.pause));
		return this.services.values()
			.stream()
			.filter((all) -> all.contains(instance))
			.anyMatch((all) -> all.stream().anyMatch((other) -> !this.failing.containsKey(other)));
	}

	/**
	 * An instance answered: whatever it said, it is there. An answer to an earlier call
	 * that is read after the instance failed says nothing.
	 * @param address of the call
	 * @param since when the call began, in nanoseconds of the system's timer
	 */
	public void answered(URI address, long since) {
		if (!this.failing.isEmpty()) {
			this.failing.computeIfPresent(key(address.getHost(), address.getPort()),
					(instance, failure) -> (since - failure.at() > 0) ? null : failure);
		}
	}

	/**
	 * Those to choose among: the one whose pause is over, else those that are well, else
	 * all.
	 */
	List<ServiceInstance> worthTrying(String service, List<ServiceInstance> all) {
		this.services.put(service, all.stream().map(Instances::key).toList());
		if (this.failing.isEmpty() || all.size() < 2) {
			return all;
		}
		List<ServiceInstance> well = all.stream().filter((each) -> !this.failing.containsKey(key(each))).toList();
		return all.stream().filter(this::takesTurn).findFirst().map(List::of).orElse(well.isEmpty() ? all : well);
	}

	private boolean takesTurn(ServiceInstance instance) {
		Failure failure = this.failing.get(key(instance));
		long now = System.nanoTime();
		return failure != null && now - failure.until() >= 0
				&& this.failing.replace(key(instance), failure, new Failure(failure.at(), now + this.pause));
	}

	private static String key(ServiceInstance instance) {
		return key(instance.getHost(), instance.getPort());
	}

	private static String key(String host, int port) {
		return host + ':' + port;
	}

	/**
	 * The last one of an instance, in nanoseconds of the system's timer.
	 *
	 * @param at when it was seen
	 * @param until when the instance may be tried again
	 */
	private record Failure(long at, long until) {
	}

}

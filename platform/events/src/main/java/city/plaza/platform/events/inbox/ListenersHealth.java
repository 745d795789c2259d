package city.plaza.platform.events.inbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.platform.events.HealthDetails;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Shows what each listener does: runs, waits for something, or has stopped. */
class ListenersHealth implements HealthDetails {

	/** Ignored where several states become one; the response stays 200. */
	static final Status WAITING = new Status("WAITING");

	static final Status STOPPED = new Status("STOPPED");

	private final List<ListenerState> listeners;

	ListenersHealth(List<ListenerState> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void addTo(Health.Builder health) {
		Map<String, String> described = new TreeMap<>();
		this.listeners.forEach((listener) -> described.put(listener.group().consumer(), listener.describe()));
		health.status(status()).withDetail("listeners", described);
	}

	private Status status() {
		if (this.listeners.stream().anyMatch(ListenerState::isStopped)) {
			return STOPPED;
		}
		return this.listeners.stream().allMatch((listener) -> listener.waitingFor().isZero()) ? Status.UP : WAITING;
	}

}

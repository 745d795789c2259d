package city.plaza.platform.calls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The places at one service and the queue before them. Whoever waits is served in turn,
 * client by client, each up to its share; where the queue is full, the client with the
 * longest part of it makes room for one with less.
 */
final class Places {

	private final Room room;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Client> clients = new HashMap<>();

	/** Those who wait and have not used up their share, in turn. */
	private final Queue<Client> turns = new ArrayDeque<>();

	private int inFlight;

	private int waiting;

	Places(Room room) {
		this.room = room;
	}

	private static final class Client {

		private final LinkedHashSet<Place> queue = new LinkedHashSet<>();

		private int inFlight;

		private boolean hasTurn;

	}

	/** Gives the place, lets it wait, or refuses it: see its state. */
	void ask(Place place) {
		Place evicted = null;
		this.lock.lock();
		try {
			Client client = this.clients.computeIfAbsent(place.client, (any) -> new Client());
			if (hasRoom() && mayHoldMore(client)) {
				hold(place, client);
				return;
			}
			if (client.queue.size() < this.room.waitingOfOne()) {
				evicted = (this.waiting < this.room.waiting()) ? null : evictFor(client);
				if (this.waiting < this.room.waiting()) {
					place.state = Place.State.WAITING;
					client.queue.add(place);
					this.waiting++;
					takeTurn(client);
					return;
				}
			}
			place.state = Place.State.REFUSED;
			forgetIfIdle(place.client, client);
		}
		finally {
			this.lock.unlock();
			if (evicted != null) {
				evicted.signal();
			}
		}
	}

	/** Gives back what the place held, be it a slot or a spot in the queue. */
	void leave(Place place) {
		List<Place> next = List.of();
		this.lock.lock();
		try {
			Client client = this.clients.get(place.client);
			if (client != null && place.state == Place.State.WAITING) {
				client.queue.remove(place);
				this.waiting--;
			}
			else if (client != null && place.state == Place.State.HELD) {
				client.inFlight--;
				this.inFlight--;
				takeTurn(client);
				next = giveAway();
			}
			place.state = Place.State.GONE;
			if (client != null) {
				forgetIfIdle(place.client, client);
			}
		}
		finally {
			this.lock.unlock();
			next.forEach(Place::signal);
		}
	}

	int inFlight() {
		return this.inFlight;
	}

	int waiting() {
		return this.waiting;
	}

	/**
	 * How many are asked for at once, those that wait included: one client alone never
	 * holds more than its share, and would otherwise never show that more are needed.
	 */
	int asked() {
		return this.inFlight + this.waiting;
	}

	int width() {
		return this.room.inFlight().now();
	}

	/** To none, one, or several: the width may have changed meanwhile. */
	private List<Place> giveAway() {
		List<Place> given = new ArrayList<>(1);
		for (Place next = giveNext(); next != null; next = giveNext()) {
			given.add(next);
		}
		return given;
	}

	private @Nullable Place giveNext() {
		if (!hasRoom()) {
			return null;
		}
		for (Client client = this.turns.poll(); client != null; client = this.turns.poll()) {
			client.hasTurn = false;
			if (!client.queue.isEmpty() && mayHoldMore(client)) {
				Place place = client.queue.removeFirst();
				this.waiting--;
				hold(place, client);
				takeTurn(client);
				return place;
			}
		}
		return null;
	}

	private @Nullable Place evictFor(Client newcomer) {
		Client longest = this.clients.values()
			.stream()
			.max(Comparator.comparingInt((client) -> client.queue.size()))
			.orElse(newcomer);
		if (longest.queue.size() <= newcomer.queue.size() + 1) {
			return null;
		}
		Place last = longest.queue.removeLast();
		this.waiting--;
		last.state = Place.State.REFUSED;
		return last;
	}

	private void hold(Place place, Client client) {
		place.state = Place.State.HELD;
		client.inFlight++;
		this.inFlight++;
	}

	private void takeTurn(Client client) {
		if (!client.hasTurn && !client.queue.isEmpty() && mayHoldMore(client)) {
			client.hasTurn = true;
			this.turns.add(client);
		}
	}

	private boolean hasRoom() {
		return this.inFlight < this.room.inFlight().now();
	}

	private boolean mayHoldMore(Client client) {
		return client.inFlight < this.room.inFlightOfOne();
	}

	private void forgetIfIdle(String name, Client client) {
		if (client.inFlight == 0 && client.queue.isEmpty()) {
			this.clients.remove(name);
			if (client.hasTurn) {
				this.turns.remove(client);
			}
		}
	}

}

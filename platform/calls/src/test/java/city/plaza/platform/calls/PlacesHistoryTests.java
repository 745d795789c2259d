package city.plaza.platform.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import city.plaza.platform.calls.Place.State;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many clients come and go in every order; what has to hold is checked at each step. */
class PlacesHistoryTests {

	private static final long SEED = 20260304;

	private static final List<String> CLIENTS = List.of("a", "b", "c", "d", "e");

	/** Every place that has not left, in the order in which it was asked for. */
	private final List<Place> all = new ArrayList<>();

	/** How often each client was served since the other one could have been. */
	private final Map<String, Integer> overtaken = new HashMap<>();

	@ParameterizedTest
	@CsvSource({ "1, 0, 100", "1, 1, 100", "1, 3, 50", "2, 1, 1", "4, 8, 50", "4, 8, 100", "5, 20, 30", "10, 4, 10" })
	void keepsEveryPromiseInEveryHistory(int width, int queue, int share) {
		Room room = new Room(Width.fixed(width), queue, Duration.ofSeconds(1), share);
		for (int history = 0; history < 20; history++) {
			Random random = new Random(SEED + history);
			Places places = new Places(room);
			this.all.clear();
			this.overtaken.clear();
			for (int step = 0; step < 120; step++) {
				String where = "history %d, step %d, seed %d".formatted(history, step, SEED);
				if (this.all.isEmpty() || random.nextInt(100) < 60) {
					ask(where, places, room, CLIENTS.get(random.nextInt(1 + random.nextInt(CLIENTS.size()))));
				}
				else {
					leave(where, places, room, this.all.get(random.nextInt(this.all.size())));
				}
				assertSound(where, places, room);
				CLIENTS.stream().filter((client) -> !couldBeServed(client, room)).forEach(this::forgetTurns);
			}
			List.copyOf(this.all).forEach(places::leave);
			assertThat(places.inFlight()).isZero();
			assertThat(places.waiting()).isZero();
		}
	}

	private void ask(String where, Places places, Room room, String client) {
		int held = count(client, State.HELD);
		int queued = count(client, State.WAITING);
		int longest = CLIENTS.stream().mapToInt((each) -> count(each, State.WAITING)).max().orElse(0);
		boolean isFull = places.inFlight() == room.inFlight().now();
		boolean isQueueFull = places.waiting() == room.waiting();
		Place place = new Place(client);
		places.ask(place);
		if (!isFull && held < room.inFlightOfOne()) {
			assertThat(place.state).as(where).isEqualTo(State.HELD);
		}
		else if (queued >= room.waitingOfOne() || (isQueueFull && longest <= queued + 1)) {
			assertThat(place.state).as(where).isEqualTo(State.REFUSED);
		}
		else {
			assertThat(place.state).as(where).isEqualTo(State.WAITING);
			this.all.add(place);
			List<Place> evicted = this.all.stream().filter((each) -> each.state == State.REFUSED).toList();
			assertThat(evicted).as(where).hasSize(isQueueFull ? 1 : 0);
			evicted.forEach((last) -> assertThat(count(last.client, State.WAITING)).as(where).isEqualTo(longest - 1));
			this.all.removeAll(evicted);
			return;
		}
		if (place.state == State.HELD) {
			this.all.add(place);
		}
	}

	private void leave(String where, Places places, Room room, Place leaving) {
		List<Place> waited = this.all.stream()
			.filter((each) -> each.state == State.WAITING && each != leaving)
			.toList();
		List<String> couldBeServed = CLIENTS.stream().filter((client) -> couldBeServed(client, room)).toList();
		places.leave(leaving);
		this.all.remove(leaving);
		assertThat(leaving.state).as(where).isEqualTo(State.GONE);
		List<Place> served = waited.stream().filter((each) -> each.state == State.HELD).toList();
		assertThat(served).as(where).hasSizeLessThanOrEqualTo(1);
		served.forEach((next) -> assertThat(next).as("the first of its client, %s", where)
			.isSameAs(waited.stream().filter((each) -> each.client.equals(next.client)).findFirst().orElseThrow()));
		served.forEach((next) -> countTurn(where, next.client, couldBeServed, room));
	}

	private void countTurn(String where, String served, List<String> couldBeServed, Room room) {
		for (String client : CLIENTS) {
			if (client.equals(served) || !couldBeServed.contains(client) || !couldBeServed(client, room)) {
				forgetTurns(client);
			}
			else {
				assertThat(this.overtaken.merge(client + served, 1, Integer::sum))
					.as("turns of %s while %s waits, %s", served, client, where)
					.isOne();
			}
		}
	}

	private void forgetTurns(String client) {
		this.overtaken.keySet().removeIf((pair) -> pair.startsWith(client));
	}

	private boolean couldBeServed(String client, Room room) {
		return count(client, State.WAITING) > 0 && count(client, State.HELD) < room.inFlightOfOne();
	}

	private void assertSound(String where, Places places, Room room) {
		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(places.inFlight()).as(where).isEqualTo(count(State.HELD)).isBetween(0, places.width());
			softly.assertThat(places.waiting()).as(where).isEqualTo(count(State.WAITING)).isBetween(0, room.waiting());
			for (String client : CLIENTS) {
				softly.assertThat(count(client, State.HELD)).as(where).isLessThanOrEqualTo(room.inFlightOfOne());
				softly.assertThat(count(client, State.WAITING)).as(where).isLessThanOrEqualTo(room.waitingOfOne());
				softly.assertThat(places.inFlight() < places.width() && couldBeServed(client, room))
					.as("%s waits beside a free place, %s", client, where)
					.isFalse();
			}
		});
	}

	private int count(State state) {
		return (int) this.all.stream().filter((place) -> place.state == state).count();
	}

	private int count(String client, State state) {
		return (int) this.all.stream().filter((place) -> place.client.equals(client) && place.state == state).count();
	}

}

package city.plaza.platform.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTests {

	private final Places places = new Places(new Room(Width.fixed(4), 8, Duration.ofSeconds(1), 50));

	@Test
	void givesOneClientHalfOfAllAndNoMore() {
		assertThat(states(ask("a", 10))).containsExactly("HELD", "HELD", "WAITING", "WAITING", "WAITING", "WAITING",
				"REFUSED", "REFUSED", "REFUSED", "REFUSED");
		assertThat(states(ask("b", 2))).containsOnly("HELD");
	}

	@Test
	void servesThoseWhoWaitInTurnClientByClient() {
		List<Place> held = ask("a", 2);
		held.addAll(ask("b", 2));
		List<Place> many = ask("c", 3);
		Place one = ask("d", 1).getFirst();
		this.places.leave(held.get(0));
		this.places.leave(held.get(1));
		assertThat(many.getFirst().state).isEqualTo(Place.State.HELD);
		assertThat(one.state).isEqualTo(Place.State.HELD);
		assertThat(many.get(1).state).isEqualTo(Place.State.WAITING);
	}

	@Test
	void letsTheLongestOfTheQueueMakeRoom() {
		ask("a", 2);
		ask("b", 2);
		List<Place> longest = ask("c", 4);
		ask("d", 4);
		assertThat(states(ask("e", 1))).containsExactly("WAITING");
		assertThat(longest.getLast().state).isEqualTo(Place.State.REFUSED);
		assertThat(this.places.waiting()).isEqualTo(8);
	}

	@Test
	void letsInAsManyAsTheServiceCanDoInTime() {
		Width width = Width.measured(4, 100, Duration.ofSeconds(9));
		Places narrow = new Places(new Room(width, 8, Duration.ofSeconds(1), 100));
		List<Place> all = IntStream.range(0, 8).mapToObj((i) -> new Place("a")).toList();
		all.forEach(narrow::ask);
		assertThat(narrow.inFlight()).isEqualTo(4);
		width.learn(System.nanoTime(), 4, false);
		narrow.leave(all.getFirst());
		assertThat(narrow.inFlight()).isEqualTo(5);
		assertThat(narrow.waiting()).isEqualTo(2);
		width.learn(System.nanoTime(), 5, true);
		narrow.leave(all.get(1));
		assertThat(narrow.inFlight()).isEqualTo(4);
		assertThat(narrow.waiting()).isEqualTo(2);
	}

	@Test
	void takesBackThePlaceOfWhoeverLeavesTheQueue() {
		List<Place> all = ask("a", 4);
		this.places.leave(all.get(2));
		assertThat(this.places.waiting()).isEqualTo(1);
		this.places.leave(all.get(0));
		assertThat(all.get(3).state).isEqualTo(Place.State.HELD);
		all.forEach(this.places::leave);
		assertThat(this.places.inFlight()).isZero();
		assertThat(this.places.waiting()).isZero();
		assertThat(states(ask("a", 2))).containsOnly("HELD");
	}

	@Test
	void losesNoPlaceHoweverManyComeAndGo() {
		IntStream.range(0, 40_000).parallel().forEach((i) -> {
			Place place = ask("client-" + i % 7, 1).getFirst();
			this.places.leave(place);
		});
		assertThat(this.places.inFlight()).isZero();
		assertThat(this.places.waiting()).isZero();
		assertThat(states(ask("a", 3))).containsExactly("HELD", "HELD", "WAITING");
	}

	private List<Place> ask(String client, int times) {
		List<Place> asked = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			Place place = new Place(client);
			this.places.ask(place);
			asked.add(place);
		}
		return asked;
	}

	private static List<String> states(List<Place> places) {
		return places.stream().map((place) -> place.state.name()).toList();
	}

}

package city.plaza.platform.calls;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RoomTests {

	@ParameterizedTest
	@CsvSource({ "400, 50, 200", "3, 50, 1", "2, 50, 1", "1, 50, 1", "1, 1, 1", "99, 1, 1", "100, 1, 1", "200, 1, 2",
			"7, 100, 7", "2147483647, 100, 2147483647", "2147483647, 50, 1073741823", "50000000, 50, 25000000" })
	void givesOneClientItsShareAndOnePlaceAtLeast(int all, int share, int ofOne) {
		Room room = new Room(Width.fixed(all), all, Duration.ofSeconds(1), share);
		assertThat(room.inFlightOfOne()).isEqualTo(ofOne);
		assertThat(room.waitingOfOne()).isEqualTo(ofOne);
	}

	@Test
	void letsNobodyWaitWhereNobodyMay() {
		Room room = new Room(Width.fixed(1), 0, Duration.ofSeconds(1), 100);
		assertThat(room.waitingOfOne()).isZero();
		Places places = new Places(room);
		List<Place> two = List.of(new Place("a"), new Place("b"));
		two.forEach(places::ask);
		assertThat(two).extracting((place) -> place.state).containsExactly(Place.State.HELD, Place.State.REFUSED);
	}

	@Test
	void hasThePresetNumbers() {
		Room room = bind(Map.of()).roomOf("billing-service");
		assertThat(room.inFlight().now()).isEqualTo(12);
		assertThat(room.waiting()).isEqualTo(400);
		assertThat(room.maxWait()).isEqualTo(Duration.ofSeconds(8));
		assertThat(room.share()).isEqualTo(50);
	}

	@Test
	void hasOtherNumbersForASingleService() {
		CallsSettings settings = bind(Map.of("plaza.calls.services.slow-service.in-flight", 3,
				"plaza.calls.services.slow-service.waiting", 0, "plaza.calls.services.half-service.waiting", 7));
		Room slow = settings.roomOf("slow-service");
		assertThat(slow.inFlight().now()).isEqualTo(3);
		assertThat(slow.waiting()).isZero();
		slow.inFlight().learn(System.nanoTime(), 3, true);
		assertThat(slow.inFlight().now()).as("always the same number").isEqualTo(3);
		assertThat(settings.roomOf("half-service").waiting()).isEqualTo(7);
		assertThat(settings.roomOf("half-service").inFlight().now()).isEqualTo(12);
		assertThat(settings.roomOf("other-service").waiting()).isEqualTo(400);
	}

	@Test
	void isNeverWiderThanTheMostEvenAtItsLeast() {
		Room room = bind(Map.of("plaza.calls.in-flight", 5, "plaza.calls.least", 12)).roomOf("any");
		assertThat(room.inFlight().now()).isEqualTo(5);
		room.inFlight().learn(System.nanoTime(), 5, false);
		assertThat(room.inFlight().now()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "in-flight, 0", "least, 0", "waiting, -1", "share, 0", "share, 101", "services.x.in-flight, 0",
			"services.x.waiting, -1", "breaker.calls, 0", "breaker.failures, 101", "breaker.trials, 0" })
	void refusesNumbersOutOfReason(String name, int value) {
		CallsSettings settings = bind(Map.of("plaza.calls." + name, value));
		try (var validators = Validation.buildDefaultValidatorFactory()) {
			assertThat(validators.getValidator().validate(settings)).hasSize(1);
		}
	}

	@Test
	void staysBetweenItsLeastAndItsMostHoweverManyThreadsTeachIt() throws Exception {
		Width width = Width.measured(5, 50, Duration.ofMillis(500));
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			IntStream.range(0, 8).forEach((thread) -> threads.submit(() -> {
				start.await();
				for (int i = 0; i < 2_000; i++) {
					width.learn(System.nanoTime(), 50, i % (thread + 2) == 0);
					assertThat(width.now()).isBetween(5, 50);
				}
				return null;
			}));
			start.countDown();
		}
		IntStream.range(0, 200).forEach((i) -> width.learn(System.nanoTime(), 50, false));
		assertThat(width.now()).isEqualTo(50);
	}

	private static CallsSettings bind(Map<String, ?> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("plaza.calls",
				CallsSettings.class);
	}

}

package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TallyTests {

	private final Tally tally = new Tally();

	@Test
	void countsServedRefusedAndFailedRequests() {
		this.tally.response(200, false, Duration.ofMillis(3));
		this.tally.response(303, false, Duration.ofMillis(5));
		this.tally.response(503, true, Duration.ofMillis(1));
		this.tally.response(429, true, Duration.ofMillis(1));
		this.tally.response(503, false, Duration.ofMillis(1));
		this.tally.response(500, false, Duration.ofMillis(1));
		this.tally.failure(new IOException("reset"));
		Result result = this.tally.result(4, Duration.ofSeconds(2));
		assertThat(result.rate()).isEqualTo(1.0);
		assertThat(result.refusedPolitely()).isEqualTo(2);
		assertThat(result.failed()).isEqualTo(3);
		assertThat(result.servedMillis(100)).isCloseTo(5.0, within(0.01));
		assertThat(result.described()).isEqualTo("200: 1, 303: 1, 429: 1, 500: 1, 503: 1, 503 bare: 1, IOException: 1");
	}

	@ParameterizedTest
	@CsvSource({ "200, false, true, false, 200", "204, true, true, false, 204", "399, false, true, false, 399",
			"400, true, false, true, 400", "401, false, false, true, 401", "429, true, false, false, 429",
			"429, false, false, true, 429 bare", "503, true, false, false, 503", "503, false, false, true, 503 bare",
			"502, true, false, true, 502", "504, true, false, true, 504" })
	void holdsEachStatusForWhatItIs(int status, boolean hasRetryAfter, boolean isServed, boolean isFailed,
			String name) {
		this.tally.response(status, hasRetryAfter, Duration.ofMillis(1));
		Result result = this.tally.result(1, Duration.ofSeconds(1));
		assertThat(result.rate()).isEqualTo(isServed ? 1 : 0);
		assertThat(result.failed()).isEqualTo(isFailed ? 1 : 0);
		assertThat(result.refusedPolitely()).isEqualTo((isServed || isFailed) ? 0 : 1);
		assertThat(result.described()).isEqualTo(name + ": 1");
	}

	/** A 204 is a success of HTTP, and none of what should have been created. */
	@Test
	void servesNothingByAStatusThatWasNotExpected() {
		this.tally.unexpected(204);
		this.tally.unexpected(503);
		Result result = this.tally.result(1, Duration.ofSeconds(1));
		assertThat(result.rate()).isZero();
		assertThat(result.failed()).isEqualTo(2);
		assertThat(result.described()).isEqualTo("204 unexpected: 1, 503 unexpected: 1");
	}

	@Test
	void isEmptyWhereNothingCameBack() {
		Result result = this.tally.result(3, Duration.ZERO);
		assertThat(result.rate()).isZero();
		assertThat(result.total()).isZero();
		assertThat(result.servedMillis(99)).isZero();
		assertThat(result.refusedMillis(100)).isZero();
		assertThat(result.described()).isEmpty();
	}

	/** Beside the sorted list of all times, to a thousandth. */
	@Test
	void findsThePercentilesThatTheTimesHave() {
		long seed = 17;
		Random random = new Random(seed);
		for (int round = 0; round < 30; round++) {
			Tally fresh = new Tally();
			long[] micros = random.longs(1 + random.nextInt(400), 1, 20_000_000).sorted().toArray();
			for (long each : micros) {
				fresh.response(200, false, Duration.ofNanos(each * 1_000));
			}
			Result result = fresh.result(1, Duration.ofSeconds(1));
			for (double percentile : new double[] { 0.1, 50, 90, 99, 99.9, 100 }) {
				int rank = Math.max(1, (int) Math.ceil(percentile / 100 * micros.length));
				double millis = micros[rank - 1] / 1_000.0;
				assertThat(result.servedMillis(percentile)).as("seed %d, round %d, p%s", seed, round, percentile)
					.isCloseTo(millis, within(millis / 1_000 + 0.001));
			}
		}
	}

	@Test
	void keepsTheTimesOfServedAndRefusedApart() {
		this.tally.response(200, false, Duration.ofMillis(40));
		this.tally.response(503, true, Duration.ofMillis(2));
		this.tally.response(429, false, Duration.ofMillis(3));
		this.tally.response(500, false, Duration.ofSeconds(9));
		Result result = this.tally.result(1, Duration.ofSeconds(1));
		assertThat(result.servedMillis(0)).isCloseTo(40, within(0.1));
		assertThat(result.refusedMillis(100)).isCloseTo(3, within(0.1));
		assertThat(result.refusedMillis(1)).isCloseTo(2, within(0.1));
	}

	@Test
	void takesTheLongestTimeForFiveMinutes() {
		this.tally.response(200, false, Duration.ofDays(2));
		this.tally.response(200, false, Duration.ZERO);
		Result result = this.tally.result(1, Duration.ofSeconds(1));
		assertThat(result.servedMillis(100)).isCloseTo(300_000, within(300.0));
		assertThat(result.servedMillis(1)).isZero();
	}

	@Test
	void givesAResultThatDoesNotChangeAnyMore() {
		this.tally.response(200, false, Duration.ofMillis(1));
		Result before = this.tally.result(1, Duration.ofSeconds(1));
		this.tally.response(200, false, Duration.ofMillis(1));
		this.tally.failure(new IOException());
		assertThat(before.total()).isEqualTo(1);
		assertThat(before.rate()).isEqualTo(1);
	}

	@Test
	void losesNothingOfWhatManyThreadsCount() throws InterruptedException {
		CountDownLatch begin = new CountDownLatch(1);
		List<Thread> threads = IntStream.range(0, 8).mapToObj((n) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			for (int i = 0; i < 2_000; i++) {
				this.tally.response((n % 2 == 0) ? 200 : 503, true, Duration.ofNanos(i * 1_000L));
			}
		})).toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		Result result = this.tally.result(8, Duration.ofSeconds(4));
		assertThat(result.total()).isEqualTo(16_000);
		assertThat(result.rate()).isEqualTo(2_000);
		assertThat(result.refusedPolitely()).isEqualTo(8_000);
	}

	@ParameterizedTest
	@CsvSource({ "1000, 1, 1000.0", "1, 1000, 0.001", "3, 2, 1.5", "7, 0.5, 14.0" })
	void dividesByTheTimeThatItLasted(int served, double seconds, double rate) {
		IntStream.range(0, served).forEach((n) -> this.tally.response(200, false, Duration.ofMillis(1)));
		Result result = this.tally.result(1, Duration.ofMillis((long) (seconds * 1_000)));
		assertThat(result.rate()).isCloseTo(rate, within(1e-9));
		assertThat(Arrays.asList(result.unserved(), result.failed())).containsOnly(0L);
	}

}

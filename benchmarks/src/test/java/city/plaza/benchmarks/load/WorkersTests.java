package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkersTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	@Test
	void numbersTheWorkFromOneOnAndCountsWhatIsDone() throws Exception {
		Set<Integer> numbers = ConcurrentHashMap.newKeySet();
		Result result = Workers.run(3, SHORT, (number) -> {
			numbers.add(number);
			return 201;
		});
		assertThat(numbers).hasSize((int) result.total()).contains(1, 2, 3, (int) result.total());
		assertThat(result.described()).isEqualTo("201: " + result.total());
		assertThat(result.failed()).isZero();
		assertThat(result.lasted()).isGreaterThanOrEqualTo(SHORT);
	}

	@Test
	void letsSoManyWorkAtOnce() throws Exception {
		CountDownLatch all = new CountDownLatch(20);
		Workers.run(20, Duration.ofSeconds(1), (number) -> {
			all.countDown();
			assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
			return 200;
		});
		assertThat(all.getCount()).isZero();
	}

	/** What fails quickly would flatter a rate. */
	@Test
	void takesForServedOnlyWhatEndedAsItShould() throws Exception {
		Result result = Workers.run(1, SHORT, (number) -> switch (number % 3) {
			case 0 -> 200;
			case 1 -> throw new UnexpectedStatus(204, "nothing to pay");
			default -> throw new IOException("reset");
		});
		assertThat(result.statuses()).containsOnlyKeys("200", "204 unexpected", "IOException");
		assertThat(result.total() - result.unserved()).isEqualTo(result.statuses().get("200"));
	}

	@Test
	void givesNoFigureOfABug() {
		assertThatIllegalStateException().isThrownBy(() -> Workers.run(2, SHORT, (number) -> {
			throw new NullPointerException("a bug");
		})).havingCause().withMessage("a bug");
	}

}

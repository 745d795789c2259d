package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInRulesTests {

	private final List<Duration> fromOnePlace = SignInRules.FROM_ONE_PLACE.waits();

	@ParameterizedTest(name = "{1} after failure {0}")
	@CsvSource({ "1, PT0S", "9, PT0S", "10, PT30S", "11, PT1M", "12, PT2M", "13, PT4M", "14, PT8M", "15, PT16M",
			"16, PT32M", "17, PT1H" })
	void growTheWaitAfterTenFailuresUpToAnHour(int failure, Duration wait) {
		assertThat(this.fromOnePlace.get(failure - 1)).isEqualTo(wait);
	}

	@Test
	void waitAnHourFromThenOn() {
		assertThat(this.fromOnePlace).hasSize(17).isSorted();
		assertThat(SignInRules.FROM_ONE_PLACE.memory()).isGreaterThan(this.fromOnePlace.getLast());
	}

	/** NIST SP 800-63B-4, section 3.2.2: no more than a hundred in a row. */
	@Test
	void letAHundredUnknownDevicesFailInARow() {
		List<Duration> waits = SignInRules.FROM_EVERYWHERE.waits();
		assertThat(waits).hasSize(100);
		assertThat(waits.subList(0, 99)).containsOnly(Duration.ZERO);
		assertThat(waits.getLast()).isEqualTo(Duration.ofHours(1));
	}

	/**
	 * What is left to a guesser who keeps to the rules, in a year and from one network.
	 */
	@Test
	void leaveOneNetworkFewGuessesOfAPasswordInAYear() {
		Duration spent = Duration.ZERO;
		int guesses = 0;
		while (spent.compareTo(Duration.ofDays(365)) < 0) {
			guesses++;
			spent = spent.plus(this.fromOnePlace.get(Math.min(guesses, this.fromOnePlace.size()) - 1));
		}
		assertThat(guesses).isLessThan(9_000);
	}

}

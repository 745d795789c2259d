package city.plaza.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeliverySettingsTests {

	private final DeliverySettings settings = new DeliverySettings(Duration.ofSeconds(1), 4, 100,
			Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(48));

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "1000, 60", "2147483647, 60" })
	void waitsTwiceAsLongWithEachTryUpToAnEnd(int tries, long seconds) {
		assertThat(this.settings.waitAfter(tries)).isEqualTo(Duration.ofSeconds(seconds));
	}

	/** "15" is 15 milliseconds: no lease that any mail could be sent in. */
	@ParameterizedTest
	@CsvSource({ "poll, 0s", "poll, -1s", "lease, 15", "lease, 0s", "firstWait, 0s", "firstWait, -1s", "longestWait, 1",
			"giveUpAfter, 48" })
	void refusesATimeWithoutItsUnitAndNoTimeAtAll(String name, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(name, value))
			.satisfies((refused) -> assertThat(refused).hasRootCauseInstanceOf(BindValidationException.class)
				.rootCause()
				.hasMessageContaining(name));
		assertThat(bound(name, "10m")).isNotNull();
	}

	private static DeliverySettings bound(String name, String value) {
		SpringValidatorAdapter validator = new SpringValidatorAdapter(
				Validation.buildDefaultValidatorFactory().getValidator());
		return new Binder(new MapConfigurationPropertySource(Map.of("delivery." + name, value)))
			.bindOrCreate("delivery", Bindable.of(DeliverySettings.class), new ValidationBindHandler(validator));
	}

	@Test
	void neverWaitsShorterThanTheTimeBefore() {
		List<Duration> waits = IntStream.rangeClosed(1, 100).mapToObj(this.settings::waitAfter).toList();
		assertThat(waits).isSorted().allMatch(Duration::isPositive);
	}

	@ParameterizedTest
	@CsvSource({ "PT10M, PT1M, PT1M", "P365D, P3650D, P3650D", "PT0.001S, PT1H, PT17M28.576S", "PT0S, PT1M, PT0S" })
	void keepsToTheLongestWaitWhateverIsSet(Duration first, Duration longest, Duration atLast) {
		DeliverySettings other = new DeliverySettings(Duration.ofSeconds(1), 4, 100, Duration.ofSeconds(15), first,
				longest, Duration.ofHours(48));
		assertThat(other.waitAfter(Integer.MAX_VALUE)).isEqualTo(atLast);
	}

	/**
	 * A mail server that is down for a night is asked some hundred times, not millions.
	 */
	@Test
	void asksAServerThatIsDownOnceAMinute() {
		Duration passed = Duration.ZERO;
		int tries = 0;
		while (passed.compareTo(this.settings.giveUpAfter()) <= 0) {
			tries++;
			passed = passed.plus(this.settings.waitAfter(tries));
		}
		assertThat(tries).isBetween(2_880, 2_900);
	}

}

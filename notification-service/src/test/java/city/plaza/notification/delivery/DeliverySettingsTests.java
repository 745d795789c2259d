package city.plaza.notification.delivery;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliverySettingsTests {

	private final DeliverySettings settings = new DeliverySettings(Duration.ofSeconds(1), 4, 100,
			Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(48));

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "1000, 60", "2147483647, 60" })
	void waitsTwiceAsLongWithEachTryUpToAnEnd(int tries, long seconds) {
		assertThat(this.settings.waitAfter(tries)).isEqualTo(Duration.ofSeconds(seconds));
	}

}

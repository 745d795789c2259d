package city.plaza.accountlink.attempt;

import java.util.Map;

import jakarta.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrySettingsTests {

	/** "24" is 24 milliseconds: guessing would be free. */
	@ParameterizedTest
	@CsvSource({ "window, 24, 24h", "window, 0s, 1m", "window, -24h, 1m", "limit, 0, 1", "numberLimit, 0, 1",
			"sharedLimit, -1, 1", "networkLimit, 0, 1", "proofLimit, 0, 1" })
	void refuseWhatWouldLimitNothing(String name, String value, String good) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(name, value))
			.havingRootCause()
			.withMessageContaining(name);
		assertThat(bound(name, good)).isNotNull();
	}

	private static TrySettings bound(String name, String value) {
		SpringValidatorAdapter validator = new SpringValidatorAdapter(
				Validation.buildDefaultValidatorFactory().getValidator());
		return new Binder(new MapConfigurationPropertySource(Map.of("settings." + name, value)))
			.bindOrCreate("settings", Bindable.of(TrySettings.class), new ValidationBindHandler(validator));
	}

}

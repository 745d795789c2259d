package city.plaza.accountlink.dispute;

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

class DisputeSettingsTests {

	/** "30" is 30 milliseconds: no mail would arrive in time. */
	@ParameterizedTest
	@CsvSource({ "life, 30, 30d", "life, 0s, 1h", "life, -1d, 1h", "pause, 24, 24h", "pause, 0s, 1m" })
	void refuseWhatWouldLimitNothing(String name, String value, String good) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(name, value))
			.havingRootCause()
			.withMessageContaining(name);
		assertThat(bound(name, good)).isNotNull();
	}

	private static DisputeSettings bound(String name, String value) {
		SpringValidatorAdapter validator = new SpringValidatorAdapter(
				Validation.buildDefaultValidatorFactory().getValidator());
		return new Binder(new MapConfigurationPropertySource(Map.of("settings." + name, value)))
			.bindOrCreate("settings", Bindable.of(DisputeSettings.class), new ValidationBindHandler(validator));
	}

}

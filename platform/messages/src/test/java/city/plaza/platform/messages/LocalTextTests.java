package city.plaza.platform.messages;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LocalTextTests {

	@Test
	void isInTheLanguageOfTheReaderWhereItIsThere() {
		LocalText text = new LocalText("City of Fairhaven", "Ciudad de Fairhaven");
		assertThat(text.in(Language.ENGLISH)).isEqualTo("City of Fairhaven");
		assertThat(text.in(Language.SPANISH)).isEqualTo("Ciudad de Fairhaven");
		assertThat(text.lang(Language.SPANISH)).isEqualTo("es");
	}

	@Test
	void saysThatItIsInEnglishWhereThereIsNoOther() {
		LocalText text = LocalText.of("Garbage carts");
		assertThat(text.in(Language.SPANISH)).isEqualTo("Garbage carts");
		assertThat(text.lang(Language.SPANISH)).isEqualTo("en");
	}

	@Test
	void isReadFromSettingsAsOneTextOrAsOneOfEachLanguage() {
		assertThat(bound(Map.of("name", "City of Fairhaven"))).isEqualTo(LocalText.of("City of Fairhaven"));
		assertThat(bound(Map.of("name.en", "City", "name.es", "Ciudad"))).isEqualTo(new LocalText("City", "Ciudad"));
		assertThat(bound(Map.of("name.en", "City"))).isEqualTo(LocalText.of("City"));
		// A city that sets one text replaces those that came along.
		assertThat(bound(Map.of("name", "Town of X", "name.en", "City", "name.es", "Ciudad")))
			.isEqualTo(LocalText.of("Town of X"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void isNotBlank(String blank) {
		assertThatIllegalArgumentException().isThrownBy(() -> LocalText.of(blank)).withMessageContaining("blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new LocalText("City", blank));
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of("name.es", "Ciudad")));
	}

	private static LocalText bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bind("name", LocalText.class).get();
	}

}

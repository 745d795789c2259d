package city.plaza.identity.account;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LanguageTests {

	@ParameterizedTest
	@CsvSource({ "en, EN", "en-US, EN", "es, ES", "es-MX, ES", "es-419, ES", "ES, ES", "fr, EN", "est, EN",
			"zh-Hant-TW, EN", "und, EN", "x-es, EN", "'', EN" })
	void isTheNearestThatMailsAreWrittenIn(String tag, Language language) {
		assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(language);
	}

	@Test
	void isEnglishWhereTheRequestNamesNone() {
		assertThat(Language.of(null)).isEqualTo(Language.EN);
	}

	@ParameterizedTest
	@EnumSource
	void isFoundByItsTagWhateverTheSystemSpeaks(Language language) {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));
			assertThat(Language.ofTag(language.tag())).isEqualTo(language);
			assertThat(language.tag()).isLowerCase().hasSize(2);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fr", "en-US", " en" })
	void isNothingForAnotherTag(String tag) {
		assertThatIllegalArgumentException().isThrownBy(() -> Language.ofTag(tag));
	}

}

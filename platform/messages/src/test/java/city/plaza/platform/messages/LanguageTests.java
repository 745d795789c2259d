package city.plaza.platform.messages;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			es                              | SPANISH
			es-US                           | SPANISH
			es-419,es;q=0.9,en;q=0.8        | SPANISH
			ES-mx                           | SPANISH
			en-US,en;q=0.9,es;q=0.8         | ENGLISH
			en;q=0.5,es;q=0.7               | SPANISH
			fr-FR,fr;q=0.9,es;q=0.3         | SPANISH
			es;q=0,en                       | ENGLISH
			zh-CN                           | ENGLISH
			*                               | ENGLISH
			esperanto                       | ENGLISH
			es;q=2                          | ENGLISH
			;;;                             | ENGLISH
			""")
	void isTheOneThatTheReaderLikesBest(String header, Language language) {
		assertThat(Language.preferred(header)).isEqualTo(language);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\u0000", "es\r\nX-Evil: 1", "ñ", "-", "a,b,c" })
	void isEnglishForAHeaderThatCannotBeRead(String header) {
		assertThat(Language.preferred(header)).isEqualTo(Language.ENGLISH);
	}

	@Test
	void readsNoEndlessHeader() {
		assertThat(Language.preferred("es," + "x-y,".repeat(10_000))).isEqualTo(Language.ENGLISH);
		assertThat(Language.of("es-" + "x".repeat(10_000))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "", "e", "english", "../es", "<es>" })
	void isNoneForOtherCodes(String tag) {
		assertThat(Language.of(tag)).isEmpty();
	}

	@Test
	void isThatOfALocale() {
		assertThat(Language.of(Locale.of("es", "PR"))).isEqualTo(Language.SPANISH);
		assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
		assertThat(Language.of(Locale.ROOT)).isEqualTo(Language.ENGLISH);
		assertThat(Language.SPANISH.locale()).isEqualTo(Locale.of("es", "US"));
	}

}

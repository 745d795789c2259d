package city.plaza.platform.messages;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MessagesTests {

	private final Messages messages = new Messages("texts");

	@Test
	void fillInValuesAndKeepApostrophes() {
		assertThat(this.messages.text(Language.ENGLISH, "greeting", "O'Donnell"))
			.isEqualTo("Hello, O'Donnell. It's free.");
		assertThat(this.messages.text(Language.SPANISH, "greeting", "{0} <b>")).isEqualTo("Hola, {0} <b>. Es gratis.");
		assertThat(this.messages.text(Language.ENGLISH, "braces")).isEqualTo("Write {name}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ENGLISH | 1    | Try again in 1 hour.
			ENGLISH | 0    | Try again in 0 hours.
			ENGLISH | 1200 | Try again in 1,200 hours.
			SPANISH | 1    | Inténtelo de nuevo en 1 hora.
			SPANISH | 24   | Inténtelo de nuevo en 24 horas.
			""")
	void countAsTheLanguageDoes(Language language, long hours, String text) {
		assertThat(this.messages.text(language, "wait", hours)).isEqualTo(text);
	}

	@Test
	void chooseBetweenTexts() {
		assertThat(this.messages.text(Language.SPANISH, "state", "open")).isEqualTo("Puede continuar.");
		assertThat(this.messages.text(Language.SPANISH, "state", "paid")).isEqualTo("Ha terminado.");
	}

	@Test
	void areInEnglishForEveryOtherLanguageAndWhereATranslationIsMissing() {
		assertThat(this.messages.getMessage("state", new Object[] { "open" }, Locale.CHINA))
			.isEqualTo("You can continue.");
		assertThat(this.messages.getMessage("state", new Object[] { "open" }, (Locale) null))
			.isEqualTo("You can continue.");
		assertThat(this.messages.getMessage("state", new Object[] { "open" }, Locale.of("es", "MX")))
			.isEqualTo("Puede continuar.");
		assertThat(this.messages.text(Language.SPANISH, "only-english")).isEqualTo("Only here");
	}

	@Test
	void areNamedWhereTheyAreMissing() {
		assertThat(this.messages.getMessage("nothing", null, "instead", Locale.US)).isEqualTo("instead");
		assertThat(this.messages.getMessage("nothing", null, null, Locale.US)).isNull();
		assertThatExceptionOfType(NoSuchMessageException.class)
			.isThrownBy(() -> this.messages.text(Language.SPANISH, "nothing"))
			.withMessageContaining("nothing");
		assertThatIllegalStateException().isThrownBy(() -> new Messages("absent"))
			.withMessageContaining("absent.properties");
	}

	@Test
	void sayWhichPatternIsBroken() {
		assertThatIllegalStateException().isThrownBy(() -> new Messages("broken"))
			.withMessageContaining("hours")
			.withMessageContaining("broken.properties");
	}

	@Test
	void takeTheFirstKeyThatIsThere() {
		assertThat(this.messages
			.getMessage(new DefaultMessageSourceResolvable(new String[] { "nothing", "only-english" }), Locale.US))
			.isEqualTo("Only here");
		assertThat(this.messages.getMessage(new DefaultMessageSourceResolvable(new String[] { "nothing" }, "instead"),
				Locale.US))
			.isEqualTo("instead");
		assertThatExceptionOfType(NoSuchMessageException.class)
			.isThrownBy(() -> this.messages.getMessage(new DefaultMessageSourceResolvable(new String[0]), Locale.US));
	}

	@Test
	void areReadByManyThreadsAtOnce() throws Exception {
		Callable<List<String>> reader = () -> IntStream.range(0, 2_000)
			.mapToObj((hours) -> this.messages.text(Language.ENGLISH, "wait", hours))
			.toList();
		List<String> expected = reader.call();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (Future<List<String>> read : threads.invokeAll(List.of(reader, reader, reader, reader))) {
				assertThat(read.get()).isEqualTo(expected);
			}
		}
	}

}

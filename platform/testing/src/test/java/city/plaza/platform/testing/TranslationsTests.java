package city.plaza.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class TranslationsTests {

	private final ClassLoader before = Thread.currentThread().getContextClassLoader();

	@TempDir
	private Path folder;

	@AfterEach
	void leave() {
		Thread.currentThread().setContextClassLoader(this.before);
	}

	@Test
	void areCompleteWhereEachTextHasItsOwn() throws IOException {
		write("a=Hello, {0}\nb={0, plural, one {# hour} other {# hours}}\nc.html=See <a href=\"/x\">this</a>\nd=Total\n",
				"a=Hola, {0}\nb={0, plural, one {# hora} other {# horas}}\nc.html=Vea <a href=\"/x\">esto</a>\nd=Total\n");
		Translations.areComplete("texts", "d");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a=One                  | b=Uno                   | keys
			a=One                  | a=                      | a
			a=One {0}              | a=Uno                   | values of a
			a=One {0}              | a=Uno {1}               | values of a
			a={0, plural, other {#}} | a={0}                 | values of a
			a=<strong>One</strong> | a=Uno                   | emphasis of a
			a=<a href="/x">1</a>   | a=<a href="/y">1</a>    | links and emphasis of a
			a=Don''t               | a=No                    | a
			a=The same             | a=The same              | a
			""")
	void areNotWhereATranslationDiffers(String english, String spanish, String named) throws IOException {
		write(english, spanish);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Translations.areComplete("texts"))
			.withMessageContaining(named);
	}

	@Test
	void areNamedWhereAFileIsMissing() {
		assertThatNullPointerException().isThrownBy(() -> Translations.texts("absent.properties"))
			.withMessageContaining("absent.properties");
	}

	@Test
	void keepTheLettersOfSpanish() throws IOException {
		write("a=Yes", "a=Sí, ¿año?");
		assertThat(Translations.texts("texts_es.properties")).containsEntry("a", "Sí, ¿año?");
	}

	private void write(String english, String spanish) throws IOException {
		Files.writeString(this.folder.resolve("texts.properties"), english);
		Files.writeString(this.folder.resolve("texts_es.properties"), spanish);
		URL place = URI.create(this.folder.toUri() + "/").toURL();
		Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[] { place }, this.before));
	}

}

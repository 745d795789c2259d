package city.plaza.platform.messages;

import java.util.Date;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextTests {

	private static final Object[][] VALUES = { {}, { "62825" }, { 1200 }, { 1, "two" }, { "{1}", "it's", "a 'b'" },
			{ null, "two" }, { 1_000_000L, 2, 3 }, { new Date(0), "x" }, { "one", new Object[0].getClass(), true } };

	/** Values of every kind, at the second time too. */
	@ParameterizedTest
	@ValueSource(strings = { "Bill {0}", "{0}", "{0}{1}", "{1} of {0}, and {0} again", "It's {0}''s '{0}' '{'{0}'}'",
			"No value", "{2} - {1}", "{0, plural, one {# bill} other {# bills}} of {1}",
			"{0, select, open {on} other {off}}", "{0, number} and {1}", "Don''t {0}" })
	void isWrittenAsIcuDoes(String pattern) {
		Text text = new Text(new MessageFormat(pattern, ULocale.US));
		for (int turn = 0; turn < 2; turn++) {
			for (Object[] values : VALUES) {
				assertThat(written(text, values)).isEqualTo(written(new MessageFormat(pattern, ULocale.US), values));
			}
		}
	}

	@Test
	void isPlainWithoutPlaces() {
		assertThat(new Text(new MessageFormat("It''s '{0}'", ULocale.US)).isPlain()).isTrue();
		assertThat(new Text(new MessageFormat("{0}", ULocale.US)).isPlain()).isFalse();
	}

	private static String written(Text text, Object... values) {
		try {
			return text.write(values);
		}
		catch (IllegalArgumentException ex) {
			return "refused";
		}
	}

	private static String written(MessageFormat format, Object... values) {
		try {
			return format.format(values);
		}
		catch (IllegalArgumentException ex) {
			return "refused";
		}
	}

}

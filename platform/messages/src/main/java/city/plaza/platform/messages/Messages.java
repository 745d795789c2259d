package city.plaza.platform.messages;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The texts of this process in every language, with plural and select as ICU writes them:
 * {@code {0, plural, one {# hour} other {# hours}}}. All are read at the start, so that a
 * broken pattern is found then and not by a resident. A text that a language lacks is
 * shown in the first one; a test sees to it that none does.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU's
 * guide to patterns</a>
 */
public final class Messages implements MessageSource {

	private final Map<Language, Bundle> bundles = new EnumMap<>(Language.class);

	/**
	 * Reads the bundles of all languages.
	 * @param name such as {@code messages} for {@code messages.properties} and
	 * {@code messages_es.properties}
	 * @throws IllegalStateException if a file is missing or a pattern is broken
	 */
	public Messages(String name) {
		for (Language language : Language.values()) {
			this.bundles.put(language, Bundle.read(name, language));
		}
	}

	/**
	 * A text with its values.
	 * @param language of the reader
	 * @param key under which it stands
	 * @param values at the places {@code {0}}, {@code {1}}...
	 * @return the text
	 * @throws NoSuchMessageException if there is none
	 */
	public String text(Language language, String key, Object... values) {
		String text = find(language, key, values);
		if (text == null) {
			throw new NoSuchMessageException(key, language.locale());
		}
		return text;
	}

	@Override
	public @Nullable String getMessage(String key, Object @Nullable [] values, @Nullable String other,
			@Nullable Locale locale) {
		String text = find(language(locale), key, (values != null) ? values : new Object[0]);
		return (text != null) ? text : other;
	}

	@Override
	public String getMessage(String key, Object @Nullable [] values, @Nullable Locale locale) {
		return text(language(locale), key, (values != null) ? values : new Object[0]);
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
		String[] keys = (resolvable.getCodes() != null) ? resolvable.getCodes() : new String[0];
		for (String key : keys) {
			String text = getMessage(key, resolvable.getArguments(), null, locale);
			if (text != null) {
				return text;
			}
		}
		if (resolvable.getDefaultMessage() != null) {
			return resolvable.getDefaultMessage();
		}
		throw new NoSuchMessageException(Arrays.toString(keys), language(locale).locale());
	}

	private @Nullable String find(Language language, String key, Object[] values) {
		String text = bundle(language).text(key, values);
		return (text != null) ? text : bundle(Language.ENGLISH).text(key, values);
	}

	private Bundle bundle(Language language) {
		Bundle bundle = this.bundles.get(language);
		if (bundle == null) {
			throw new IllegalStateException("No texts of " + language);
		}
		return bundle;
	}

	private static Language language(@Nullable Locale locale) {
		return (locale != null) ? Language.of(locale) : Language.ENGLISH;
	}

}

package city.plaza.portal.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import city.plaza.portal.page.LocalPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A form that somebody sent whose session had ended: it goes along with the sign-in in
 * hidden fields, never on the server, and can be sent again afterwards.
 *
 * @param action where it was sent to
 * @param fields what was typed, without secrets
 */
record KeptForm(String action, List<Field> fields) {

	private static final String ACTION = "kept";

	private static final String PREFIX = "kept.";

	private static final Set<String> LEFT_OUT = Set.of("_csrf");

	/**
	 * One field.
	 *
	 * @param name in its own form
	 * @param value as typed
	 */
	record Field(String name, String value) {

		/** In the form of the sign-in. */
		public String hiddenName() {
			return PREFIX + this.name;
		}

	}

	/**
	 * Keeps a form as it was sent.
	 * @param action its address
	 * @param sent its fields
	 * @return null where the address is none of this portal
	 */
	static @Nullable KeptForm of(@Nullable String action, MultiValueMap<String, String> sent) {
		return LocalPath.accept(action)
			.map((path) -> new KeptForm(path,
					fields(sent).filter((field) -> !LEFT_OUT.contains(field.name()) && !isSecret(field.name()))
						.toList()))
			.orElse(null);
	}

	/**
	 * Reads it from the form of the sign-in.
	 * @param signIn its fields
	 * @return null where it holds none
	 */
	static @Nullable KeptForm from(MultiValueMap<String, String> signIn) {
		return LocalPath.accept(signIn.getFirst(ACTION))
			.map((path) -> new KeptForm(path,
					fields(signIn).filter((field) -> field.name().startsWith(PREFIX))
						.map((field) -> new Field(field.name().substring(PREFIX.length()), field.value()))
						.toList()))
			.orElse(null);
	}

	private static Stream<Field> fields(MultiValueMap<String, String> form) {
		return form.entrySet().stream().flatMap(KeptForm::values);
	}

	private static Stream<Field> values(Map.Entry<String, List<String>> field) {
		return field.getValue().stream().map((value) -> new Field(field.getKey(), value));
	}

	private static boolean isSecret(String name) {
		return name.toLowerCase(Locale.ROOT).contains("password");
	}

}

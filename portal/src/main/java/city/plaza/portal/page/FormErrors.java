package city.plaza.portal.page;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What is wrong with a form, told in the summary and beside each field. */
public final class FormErrors {

	/** The name under which templates find the errors. */
	public static final String NAME = "errors";

	private final Map<String, String> messages = new LinkedHashMap<>();

	/**
	 * Errors with one entry.
	 * @param field its id on the page; an anchor where it is none of a form's fields
	 * @param message one plain sentence
	 * @return the errors
	 */
	public static FormErrors of(String field, String message) {
		return new FormErrors().add(field, message);
	}

	/**
	 * Adds an entry; the first message of a field stays.
	 * @param field its id on the page
	 * @param message one plain sentence
	 * @return these errors
	 */
	public FormErrors add(String field, String message) {
		this.messages.putIfAbsent(field, message);
		return this;
	}

	/**
	 * Puts the entries into the order of the form, as the reader meets its fields.
	 * @param fields from top to bottom; others stay behind them
	 * @return the same errors
	 */
	public FormErrors inOrderOf(String... fields) {
		FormErrors ordered = new FormErrors();
		for (String field : fields) {
			String message = on(field);
			if (message != null) {
				ordered.add(field, message);
			}
		}
		this.messages.forEach(ordered::add);
		return ordered;
	}

	public Map<String, String> all() {
		return this.messages;
	}

	public boolean any() {
		return !this.messages.isEmpty();
	}

	public @Nullable String on(String field) {
		return this.messages.get(field);
	}

}

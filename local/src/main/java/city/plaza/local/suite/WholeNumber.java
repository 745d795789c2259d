package city.plaza.local.suite;

import java.util.Map;

/** Settings of the environment that are whole numbers of at least one. */
public final class WholeNumber {

	private WholeNumber() {
	}

	/**
	 * Reads a setting.
	 * @param otherwise counts where it is not set or blank
	 * @throws UsageException if it is anything else
	 */
	public static int of(Map<String, String> environment, String name, int otherwise) {
		String text = environment.getOrDefault(name, "").strip();
		if (text.isEmpty()) {
			return otherwise;
		}
		if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
			throw new UsageException(name + " must be a whole number of at least 1, but is \"" + text + "\".");
		}
		return Integer.parseInt(text);
	}

}

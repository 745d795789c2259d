package city.plaza.identity.legacy;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What staff search by: the beginning of a name, a part of an address, or a customer
 * number.
 *
 * @param text 3 to 100 characters
 */
record LegacyQuery(String text) {

	static final int SHORTEST = 3;

	static final int LONGEST = 100;

	/** Reads a query; nothing where it is too short or too long. */
	static Optional<LegacyQuery> read(@Nullable String typed) {
		String text = (typed != null) ? typed.strip() : "";
		int length = text.codePointCount(0, text.length());
		boolean fits = length >= SHORTEST && length <= LONGEST && text.chars().noneMatch(Character::isISOControl);
		return fits ? Optional.of(new LegacyQuery(text)).filter((query) -> !query.words().isEmpty()) : Optional.empty();
	}

	/** For {@code like}, with what that would take for a placeholder as it is. */
	String pattern() {
		return words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/** As the ledger writes it. */
	String number() {
		return this.text.toUpperCase(Locale.ROOT);
	}

	/** "Example, Pat" is "Example Pat". */
	private String words() {
		return this.text.replace(',', ' ').replaceAll("\\s+", " ").strip();
	}

	@Override
	public String toString() {
		return "LegacyQuery[]";
	}

}

package city.plaza.billing.finance;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken.
 *
 * @param line of the file, from 1
 * @param field the invalid column; {@code row} where it is the row as a whole
 * @param code what is wrong
 * @param message one plain sentence
 * @param value what the column holds, cut after 80 characters; null of a row as a whole
 * @param expected what would be right, as the code describes it, such as the valid bill
 * types; empty where the code says all
 */
record RowError(int line, String field, RowErrorCode code, String message, @Nullable String value,
		List<String> expected) implements Comparable<RowError> {

	static final String WHOLE_ROW = "row";

	private static final int LONGEST_VALUE = 80;

	private static final Comparator<RowError> ORDER = Comparator.comparingInt(RowError::line)
		.thenComparing(RowError::field)
		.thenComparing(RowError::code)
		.thenComparing(RowError::message);

	RowError {
		expected = List.copyOf(expected);
	}

	/**
	 * What is wrong with a row.
	 * @param kind of the file
	 * @param row as it stands there
	 * @param column one of the kind's, or {@value #WHOLE_ROW}
	 * @param code what is wrong
	 * @param expected what would be right
	 * @return the error
	 */
	static RowError of(ImportKind kind, Row row, String column, RowErrorCode code, List<String> expected) {
		int at = kind.columns().indexOf(column);
		String value = (at >= 0 && at < row.fields().size()) ? shortened(row.fields().get(at)) : null;
		return new RowError(row.line(), column, code, code.message(expected), value, expected);
	}

	/** A character is never cut in two. */
	private static String shortened(String text) {
		return (text.codePointCount(0, text.length()) <= LONGEST_VALUE) ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "\u2026";
	}

	@Override
	public int compareTo(RowError other) {
		return ORDER.compare(this, other);
	}

}

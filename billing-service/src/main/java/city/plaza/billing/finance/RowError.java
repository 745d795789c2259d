package city.plaza.billing.finance;

import java.util.Comparator;

/**
 * Why a row was not taken.
 *
 * @param line of the file, from 1
 * @param field the invalid column; {@code row} where it is the row as a whole
 * @param code stable, kebab-case
 * @param message one plain sentence
 */
record RowError(int line, String field, String code, String message) implements Comparable<RowError> {

	static final String WHOLE_ROW = "row";

	private static final Comparator<RowError> ORDER = Comparator.comparingInt(RowError::line)
		.thenComparing(RowError::field)
		.thenComparing(RowError::code)
		.thenComparing(RowError::message);

	@Override
	public int compareTo(RowError other) {
		return ORDER.compare(this, other);
	}

}

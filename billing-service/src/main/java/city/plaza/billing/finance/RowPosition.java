package city.plaza.billing.finance;

import java.util.List;

/**
 * Up to where the rows of a file are imported, in the order of what they belong to.
 *
 * @param key what the last row belongs to
 * @param line of the last row
 */
record RowPosition(String key, int line) {

	static final RowPosition BEGINNING = new RowPosition("", 0);

	static RowPosition behind(List<List<Row>> groups) {
		return of(groups.getLast().getLast());
	}

	static RowPosition of(Row row) {
		return new RowPosition(row.key(), row.line());
	}

}

package city.plaza.identity.legacy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The first row of a file: it names each column once, in any order.
 *
 * @param names as they stand there
 */
record Header(List<String> names) {

	boolean isRight() {
		return missing().isEmpty() && this.names.size() == Column.titles().size();
	}

	/** Columns that it does not name. */
	List<String> missing() {
		return Column.titles().stream().filter((title) -> !this.names.contains(title)).toList();
	}

	/** Names of no column. */
	List<String> unknown() {
		return this.names.stream().filter((name) -> !Column.titles().contains(name)).distinct().toList();
	}

	/** Columns that it names more than once. */
	List<String> repeated() {
		return Column.titles().stream().filter((title) -> Collections.frequency(this.names, title) > 1).toList();
	}

	/** The columns in the order of the file; of a right header only. */
	List<Column> order() {
		return this.names.stream().map((name) -> Column.valueOf(name.toUpperCase(Locale.ROOT))).toList();
	}

}

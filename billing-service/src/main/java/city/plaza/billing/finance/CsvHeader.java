package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first row of a file: it names each column once, in any order.
 *
 * @param kind of the file
 * @param names as they stand there; none of a file that is empty
 */
record CsvHeader(ImportKind kind, List<String> names) {

	private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");

	boolean isRight() {
		return missing().isEmpty() && this.names.size() == this.kind.columns().size();
	}

	boolean isEmpty() {
		return this.names.stream().allMatch(String::isEmpty);
	}

	/** Columns that it does not name. */
	List<String> missing() {
		return this.kind.columns().stream().filter((column) -> !this.names.contains(column)).toList();
	}

	/** Names of no column of the kind. */
	List<String> unknown() {
		return this.names.stream().filter((name) -> !this.kind.columns().contains(name)).distinct().toList();
	}

	/** Columns that it names more than once. */
	List<String> repeated() {
		return this.kind.columns().stream().filter((column) -> Collections.frequency(this.names, column) > 1).toList();
	}

	/** What stands between its names in place of the comma, if something else does. */
	Optional<String> otherSeparator() {
		return (this.names.size() == 1) ? OTHER_SEPARATORS.stream().filter(this::separates).findFirst()
				: Optional.empty();
	}

	private boolean separates(String separator) {
		String only = this.names.getFirst();
		return only.contains(separator) && Stream.of(only.split(Pattern.quote(separator)))
			.map(String::strip)
			.anyMatch(this.kind.columns()::contains);
	}

	/**
	 * Brings the fields of a row into the order of the kind's columns.
	 * @param fields as they stand in the file
	 * @return the fields in that order; as they stand where there are more or fewer than
	 * columns
	 */
	List<String> ordered(List<String> fields) {
		if (fields.size() != this.names.size() || this.names.equals(this.kind.columns())) {
			return fields;
		}
		List<String> ordered = new ArrayList<>(fields.size());
		this.kind.columns().forEach((column) -> ordered.add(fields.get(this.names.indexOf(column))));
		return ordered;
	}

}

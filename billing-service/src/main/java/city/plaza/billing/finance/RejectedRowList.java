package city.plaza.billing.finance;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why rows of an import were left out. After some weeks the rows are deleted; how many
 * there were stays with the import.
 *
 * @param columns of the file, in the order in which rows list their fields
 * @param count of all errors; a row may have several
 * @param groups one for each code, the most frequent first
 */
record RejectedRowList(List<String> columns, long count, List<Group> groups) {

	static RejectedRowList of(ImportKind kind, Map<RowErrorCode, Long> counts, List<RejectedRow> rows) {
		List<Group> groups = counts.entrySet()
			.stream()
			.map((code) -> new Group(code.getKey(), code.getValue(),
					rows.stream().filter((row) -> row.error().code() == code.getKey()).toList()))
			.toList();
		return new RejectedRowList(kind.columns(), counts.values().stream().mapToLong(Long::longValue).sum(), groups);
	}

	/**
	 * The errors of one code.
	 *
	 * @param code what is wrong with these rows
	 * @param count how many there are
	 * @param items the first 20 of the file
	 */
	@Schema(name = "RejectedRowGroup")
	record Group(RowErrorCode code, long count, List<RejectedRow> items) {
	}

}

package city.plaza.billing.finance;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What becomes of a file's rows: each is accepted, unchanged or rejected. Used by one
 * import, one step after another.
 */
class Report {

	private final int errorsTold;

	private final TreeSet<RowError> errors = new TreeSet<>();

	private int accepted;

	private int unchanged;

	private int rejected;

	Report(int errorsTold) {
		this.errorsTold = errorsTold;
	}

	void accept(int rows) {
		this.accepted += rows;
	}

	void unchanged(int rows) {
		this.unchanged += rows;
	}

	/** Counts one row and tells all that is wrong with it. */
	void reject(Collection<RowError> wrong) {
		this.rejected++;
		this.errors.addAll(wrong);
		while (this.errors.size() > this.errorsTold) {
			this.errors.pollLast();
		}
	}

	void reject(Row row, String field, String code, String message) {
		reject(List.of(new RowError(row.line(), field, code, message)));
	}

	int accepted() {
		return this.accepted;
	}

	int unchanged() {
		return this.unchanged;
	}

	int rejected() {
		return this.rejected;
	}

	List<RowError> errors() {
		return List.copyOf(this.errors);
	}

}

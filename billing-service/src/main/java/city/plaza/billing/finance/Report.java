package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The result of some of a file's rows: each is accepted, unchanged or rejected. Used by
 * one step of an import.
 */
class Report {

	private final List<RowError> errors = new ArrayList<>();

	private int accepted;

	private int unchanged;

	private int rejected;

	void accept(int rows) {
		this.accepted += rows;
	}

	void unchanged(int rows) {
		this.unchanged += rows;
	}

	/** Counts one row and lists all that is wrong with it. */
	void reject(Collection<RowError> wrong) {
		this.rejected++;
		this.errors.addAll(wrong);
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

	/** In the order of the file. */
	List<RowError> errors() {
		return this.errors.stream().sorted().toList();
	}

}

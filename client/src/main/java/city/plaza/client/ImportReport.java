package city.plaza.client;

import java.util.List;

/**
 * The result of an import. The three counts add up to the rows of the file.
 *
 * @param accepted new or changed
 * @param unchanged known already
 * @param rejected left out, for the reasons in {@code errors}
 */
public record ImportReport(int accepted, int unchanged, int rejected, List<RowError> errors) {

	/** A row that was left out, and why. */
	public record RowError(int line, String field, String code, String message) {
	}

	/**
	 * This report, if no row was rejected.
	 * @throws IllegalStateException if one was
	 */
	public ImportReport clean() {
		if (this.rejected > 0) {
			throw new IllegalStateException(this.rejected + " rows were rejected: " + this.errors);
		}
		return this;
	}

}

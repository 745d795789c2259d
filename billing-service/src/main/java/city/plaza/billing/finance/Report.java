package city.plaza.billing.finance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The result of a file's rows: each is accepted, unchanged or rejected. Used by one
 * import, one step after another.
 */
class Report {

	private final int mostErrors;

	private final TreeSet<RowError> errors = new TreeSet<>();

	private int accepted;

	private int unchanged;

	private int rejected;

	Report(int mostErrors) {
		this.mostErrors = mostErrors;
	}

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
		while (this.errors.size() > this.mostErrors) {
			this.errors.pollLast();
		}
	}

	ImportRun run(ImportId id, Upload upload, UUID by, Instant start) {
		return new ImportRun(id, upload.kind(), upload.fileName(), upload.dryRun(), this.accepted, this.rejected,
				this.unchanged, List.copyOf(this.errors), by, start);
	}

}

package city.plaza.billing.finance;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that is or was imported.
 *
 * @param dryRun whether nothing of it is kept
 * @param by who uploaded it
 * @param startedAt when it was uploaded
 * @param progress how far it is
 */
record ImportRun(ImportId id, ImportKind kind, String fileName, boolean dryRun, StaffMember by, Instant startedAt,
		Progress progress) {

	static ImportRun begin(ImportId id, Upload upload, StaffMember by, Instant at, int rows) {
		return new ImportRun(id, upload.kind(), upload.fileName(), upload.dryRun(), by, at,
				new Progress(ImportState.WAITING, rows, 0, RowPosition.BEGINNING, 0, 0, 0, null));
	}

	boolean isOver() {
		return this.progress.state().isOver();
	}

	/**
	 * How far an import is.
	 *
	 * @param totalRows of the file; null of files that were imported before this was
	 * noted
	 * @param doneRows that are accepted, unchanged or rejected
	 * @param after up to which row
	 * @param accepted rows that are new or changed something
	 * @param rejected rows with errors, or of a bill with errors
	 * @param unchanged rows that hold what was known
	 * @param finishedAt null while it is not over
	 */
	record Progress(ImportState state, @Nullable Integer totalRows, int doneRows, RowPosition after, int accepted,
			int rejected, int unchanged, @Nullable Instant finishedAt) {
	}

}

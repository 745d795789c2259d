package city.plaza.billing.finance;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An import, as far as it is.
 *
 * @param id random
 * @param kind what the rows are
 * @param fileName as it was uploaded
 * @param dryRun whether nothing of it is kept
 * @param state how far it is: `waiting` and `running` ones go on by themselves,
 * `finished` and `failed` ones are over
 * @param totalRows of the file; null of imports from before this was counted
 * @param doneRows that are accepted, unchanged or rejected
 * @param accepted rows imported
 * @param unchanged rows that were known already
 * @param rejected rows left out
 * @param startedBy who uploaded it
 * @param startedAt when it was uploaded
 * @param finishedAt null while it is not over
 */
record ImportRunView(ImportId id, ImportKind kind, String fileName, boolean dryRun, ImportState state,
		@Nullable Integer totalRows, int doneRows, int accepted, int unchanged, int rejected, StaffMember startedBy,
		Instant startedAt, @Nullable Instant finishedAt) {

	static ImportRunView of(ImportRun run) {
		ImportRun.Progress progress = run.progress();
		return new ImportRunView(run.id(), run.kind(), run.fileName(), run.dryRun(), progress.state(),
				progress.totalRows(), progress.doneRows(), progress.accepted(), progress.unchanged(),
				progress.rejected(), run.by(), run.startedAt(), progress.finishedAt());
	}

}

package city.plaza.billing.finance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file that was imported.
 *
 * @param dryRun whether nothing of it was kept
 * @param accepted rows that are new or changed something
 * @param rejected rows with errors, or of a bill with errors
 * @param unchanged rows that hold what was known
 * @param errors those of the first lines
 * @param by the member of staff
 */
record ImportRun(ImportId id, ImportKind kind, String fileName, boolean dryRun, int accepted, int rejected,
		int unchanged, List<RowError> errors, UUID by, Instant startedAt) {
}

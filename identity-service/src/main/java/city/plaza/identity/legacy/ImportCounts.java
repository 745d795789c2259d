package city.plaza.identity.legacy;

import java.util.List;
import java.util.Map;

/**
 * What became of valid rows.
 *
 * @param added people who were unknown
 * @param changed records that were different
 * @param unchanged records that were the same
 * @param reclaimed records that stay as they are, for they came back to an account
 */
record ImportCounts(int added, int changed, int unchanged, int reclaimed) {

	static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

	/** Compares people with the records that are known of them, by address. */
	static ImportCounts of(List<LegacyPerson> people, Map<String, LegacyResident> known) {
		return people.stream().map((person) -> of(person, known)).reduce(NONE, ImportCounts::plus);
	}

	private static ImportCounts of(LegacyPerson person, Map<String, LegacyResident> known) {
		LegacyResident before = known.get(person.email().comparable());
		if (before == null) {
			return new ImportCounts(1, 0, 0, 0);
		}
		if (before.isReclaimed()) {
			return new ImportCounts(0, 0, 0, 1);
		}
		return before.person().equals(person) ? new ImportCounts(0, 0, 1, 0) : new ImportCounts(0, 1, 0, 0);
	}

	ImportCounts plus(ImportCounts more) {
		return new ImportCounts(this.added + more.added, this.changed + more.changed, this.unchanged + more.unchanged,
				this.reclaimed + more.reclaimed);
	}

}

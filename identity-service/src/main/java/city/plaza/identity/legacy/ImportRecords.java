package city.plaza.identity.legacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stores the people of a file, whole or not at all, one import at a time. Records whose
 * account exists already come back to it right afterwards.
 */
@Component
class ImportRecords {

	private static final int STEP = 500;

	private final LegacyResidents residents;

	private final ImportTurns turns;

	private final ReclaimLeft reclaimLeft;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	ImportRecords(LegacyResidents residents, ImportTurns turns, ReclaimLeft reclaimLeft, Audit audit,
			Transactions transactions, Clock clock) {
		this.residents = residents;
		this.turns = turns;
		this.reclaimLeft = reclaimLeft;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Stores them; the same file again changes nothing. */
	Mono<ImportCounts> load(LegacyFile file, Actor by) {
		return this.transactions.inOne(store(file).flatMap((counts) -> note(file, counts, false, by)))
			.flatMap((counts) -> this.reclaimLeft.afterImport().thenReturn(counts));
	}

	/** Does the same and keeps nothing but the note that it was done. */
	Mono<ImportCounts> tryOut(LegacyFile file, Actor by) {
		return this.transactions.undone(store(file))
			.flatMap((counts) -> this.transactions.inOne(note(file, counts, true, by)));
	}

	private Mono<ImportCounts> store(LegacyFile file) {
		return this.turns.nextImport()
			.thenMany(Flux.fromIterable(file.people()))
			.buffer(STEP)
			.concatMap(this::step)
			.reduce(ImportCounts.NONE, ImportCounts::plus);
	}

	private Mono<ImportCounts> step(List<LegacyPerson> people) {
		return this.residents.of(people.stream().map((person) -> person.email().comparable()).toList())
			.flatMap((known) -> this.residents.store(different(people, known), this.clock.instant())
				.thenReturn(ImportCounts.of(people, known)));
	}

	private static List<LegacyPerson> different(List<LegacyPerson> people, Map<String, LegacyResident> known) {
		return people.stream().filter((person) -> {
			LegacyResident before = known.get(person.email().comparable());
			return before == null || (!before.isReclaimed() && !before.person().equals(person));
		}).toList();
	}

	private Mono<ImportCounts> note(LegacyFile file, ImportCounts counts, boolean dryRun, Actor by) {
		return this.audit
			.record(NewEntry.of(by, IdentityAction.LEGACY_RESIDENTS_IMPORTED, "legacy-import", UUID.randomUUID())
				.with("dryRun", dryRun)
				.with("rows", file.rows())
				.with("added", counts.added())
				.with("changed", counts.changed())
				.with("rejected", file.rejected()))
			.thenReturn(counts);
	}

}

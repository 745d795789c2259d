package city.plaza.identity.legacy;

import java.util.List;
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
 * Finds records for staff. Each one found is noted with who looked, never with what was
 * searched by.
 */
@Component
class FindRecords {

	static final int MOST = 20;

	/**
	 * What was found.
	 *
	 * @param records at most {@value FindRecords#MOST}
	 * @param more whether there are others
	 */
	record Found(List<LegacyResident> records, boolean more) {
	}

	private final LegacyResidents residents;

	private final Audit audit;

	private final Transactions transactions;

	FindRecords(LegacyResidents residents, Audit audit, Transactions transactions) {
		this.residents = residents;
		this.audit = audit;
		this.transactions = transactions;
	}

	Mono<Found> find(LegacyQuery query, Actor by) {
		return this.transactions.inOne(this.residents.search(query, MOST + 1)
			.map((records) -> new Found(records.stream().limit(MOST).toList(), records.size() > MOST))
			.flatMap((found) -> note(found, by).thenReturn(found)));
	}

	private Mono<Void> note(Found found, Actor by) {
		UUID search = UUID.randomUUID();
		if (found.records().isEmpty()) {
			return this.audit.record(entry("none", search, found, by).failed());
		}
		return Flux.fromIterable(found.records())
			.concatMap((record) -> this.audit.record(entry(record.id().toString(), search, found, by)))
			.then();
	}

	private static NewEntry entry(String subject, UUID search, Found found, Actor by) {
		return NewEntry.of(by, IdentityAction.RESIDENT_LOOKED_UP, SendHint.SUBJECT, subject)
			.with("search", search)
			.with("results", found.records().size())
			.with("more", found.more());
	}

}

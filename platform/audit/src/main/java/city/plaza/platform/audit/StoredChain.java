package city.plaza.platform.audit;

import java.util.List;
import java.util.Map;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The chain as it is read to be verified. */
class StoredChain {

	private static final String AFTER = """
			select * from audit_entry where sequence > :after and sequence <= :last order by sequence limit :most
			""";

	/** In one statement, so that no entry is sealed between the two. */
	private static final String END = """
			select h.sequence, h.hash, coalesce((select max(sequence) from audit_entry), 0) as stored,
			  (select count(*) from audit_entry where sequence is null) as waiting
			from audit_head h
			""";

	private static final String ANCHORS = """
			select sequence, hash from audit_anchor
			""";

	private final DatabaseClient database;

	StoredChain(DatabaseClient database) {
		this.database = database;
	}

	/** How far it goes now. */
	Mono<End> end() {
		return this.database.sql(END)
			.map((row) -> new End(Place.read(row), Columns.amount(row, "stored"), Columns.amount(row, "waiting")))
			.one()
			// A head that is gone with the trail: nothing is left to compare with.
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The head of the audit trail is gone")));
	}

	Mono<Map<Long, Digest>> anchors() {
		return this.database.sql(ANCHORS).map(Place::read).all().collectMap(Place::sequence, Place::hash);
	}

	Mono<List<SealedEntry>> after(long sequence, long last, int most) {
		return this.database.sql(AFTER)
			.bind("after", sequence)
			.bind("last", last)
			.bind("most", most)
			.map(SealedEntry::read)
			.all()
			.collectList();
	}

	/**
	 * How far the chain goes.
	 *
	 * @param head where it ends by its own account
	 * @param stored the last sequence there is
	 * @param waiting entries that are not sealed yet
	 */
	record End(Place head, long stored, long waiting) {

		long last() {
			return Math.max(this.head.sequence(), this.stored);
		}

	}

}

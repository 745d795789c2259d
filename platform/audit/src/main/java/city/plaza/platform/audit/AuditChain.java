package city.plaza.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The chain as it is continued: its head, and the entries that are not in it yet. */
class AuditChain {

	private static final String LOCK_HEAD = """
			select sequence, hash from audit_head for update skip locked
			""";

	private static final String UNSEALED = """
			select id, key_id, mac from audit_entry where sequence is null order by recorded_at, id limit :most
			""";

	private static final String SEAL = """
			update audit_entry e set sequence = s.sequence, hash = s.hash
			from unnest(cast(:ids as uuid[]), cast(:sequences as bigint[]), cast(:hashes as bytea[]))
			  as s (id, sequence, hash)
			where e.id = s.id
			""";

	private static final String MOVE_HEAD = """
			update audit_head set sequence = :sequence, hash = :hash
			""";

	private static final String ANCHOR = """
			insert into audit_anchor (sequence, hash, anchored_at)
			select sequence, hash, :now from audit_head where sequence > 0
			on conflict (sequence) do nothing
			returning sequence, hash
			""";

	private final DatabaseClient database;

	AuditChain(DatabaseClient database) {
		this.database = database;
	}

	/** The head, locked; empty while another instance has it. */
	Mono<Place> lockHead() {
		return this.database.sql(LOCK_HEAD).map(Place::read).one();
	}

	/** The oldest that are not sealed. */
	Mono<List<Unsealed>> unsealed(int most) {
		return this.database.sql(UNSEALED)
			.bind("most", most)
			.map((row) -> new Unsealed(Columns.required(row, "id", UUID.class), Columns.text(row, "key_id"),
					Digest.read(row, "mac")))
			.all()
			.collectList();
	}

	Mono<Void> seal(List<Sealed> sealed) {
		return this.database.sql(SEAL)
			.bind("ids", sealed.stream().map(Sealed::id).toArray(UUID[]::new))
			.bind("sequences", sealed.stream().map((entry) -> entry.place().sequence()).toArray(Long[]::new))
			.bind("hashes", sealed.stream().map((entry) -> "\\x" + entry.place().hash().hex()).toArray(String[]::new))
			.then();
	}

	Mono<Void> moveHead(Place head) {
		return this.database.sql(MOVE_HEAD).bind("sequence", head.sequence()).bind("hash", head.hash().bytes()).then();
	}

	/** Keeps the head as an anchor; empty where it has not moved. */
	Mono<Place> anchor(Instant now) {
		return this.database.sql(ANCHOR).bind("now", now).map(Place::read).one();
	}

	/**
	 * An entry to be sealed.
	 *
	 * @param id of the entry
	 * @param keyId which secret it is authenticated under
	 * @param mac of its content
	 */
	record Unsealed(UUID id, String keyId, Digest mac) {
	}

	/**
	 * An entry with its place.
	 *
	 * @param id of the entry
	 * @param place in the chain
	 */
	record Sealed(UUID id, Place place) {
	}

}

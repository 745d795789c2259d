package city.plaza.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

/** Looks sealed entries up, newest first. That somebody looked is an entry itself. */
class SearchTrail {

	private static final int LARGEST_PAGE = 100;

	private static final TypeReference<TreeMap<String, Object>> DETAILS = new TypeReference<>() {
	};

	private final DatabaseClient database;

	private final AuditTrail trail;

	private final Transactions transactions;

	private final JsonMapper json;

	SearchTrail(DatabaseClient database, AuditTrail trail, Transactions transactions, JsonMapper json) {
		this.database = database;
		this.trail = trail;
		this.transactions = transactions;
		this.json = json;
	}

	/**
	 * Reads a page of the entries that fit.
	 * @param cursor from the page before, or null for the first
	 * @param limit how many, from 1 to 100
	 * @param by who looks
	 * @return the page; the problems {@code invalid-cursor} and {@code invalid-limit}
	 */
	Mono<Page<AuditEntryView>> page(AuditQuery query, @Nullable String cursor, int limit, Actor by) {
		return Mono.defer(() -> {
			long before = Cursor.read(cursor, (parts) -> Long.parseLong(parts.getFirst())).orElse(Long.MAX_VALUE);
			int size = Page.limit(limit, LARGEST_PAGE);
			return find(query, before, size + 1)
				.map((found) -> Page.of(found, size, this::view, (entry) -> Cursor.of(entry.place().sequence())))
				.flatMap((page) -> note(query, by).thenReturn(page));
		});
	}

	private Mono<List<SealedEntry>> find(AuditQuery query, long before, int most) {
		Map<String, Object> conditions = query.conditions();
		String sql = conditions.keySet()
			.stream()
			.map((condition) -> " and " + condition)
			.collect(Collectors.joining("", "select * from audit_entry where sequence < :before",
					" order by sequence desc limit :most"));
		DatabaseClient.GenericExecuteSpec statement = this.database.sql(sql).bind("before", before).bind("most", most);
		for (Map.Entry<String, Object> condition : conditions.entrySet()) {
			String name = condition.getKey().substring(condition.getKey().indexOf(':') + 1);
			statement = statement.bind(name, condition.getValue());
		}
		return statement.map(SealedEntry::read).all().collectList();
	}

	private AuditEntryView view(SealedEntry entry) {
		AuditRow row = entry.row();
		return new AuditEntryView(entry.place().sequence(), row.recordedAt(), row.actor(), row.role(), row.action(),
				row.subjectType(), row.subjectId(), row.client(), row.outcome(),
				this.json.readValue(row.details(), DETAILS));
	}

	/** By what was searched, never the values. */
	private Mono<Void> note(AuditQuery query, Actor by) {
		String fields = query.conditions()
			.keySet()
			.stream()
			.map((condition) -> condition.substring(condition.indexOf(':') + 1))
			.collect(Collectors.joining(" "));
		return this.transactions
			.inOne(this.trail.record(NewEntry.of(by, TrailAction.AUDIT_READ, "audit", "entries").with("by", fields)));
	}

	/** What is done with the trail itself. */
	enum TrailAction implements AuditAction {

		/** Somebody searched it. */
		AUDIT_READ

	}

}

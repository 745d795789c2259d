package city.plaza.identity.completion;

import java.time.Instant;
import java.util.Map;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What residents typed and have not finished. */
@Repository
class Drafts {

	private static final String KEEP = """
			insert into registration_draft (account_id, step, fields, saved_at)
			values (:id, :step, cast(:fields as jsonb), :now)
			on conflict (account_id, step) do update set fields = excluded.fields, saved_at = excluded.saved_at
			""";

	private static final String OFFER = """
			insert into registration_draft (account_id, step, fields, saved_at)
			values (:id, :step, cast(:fields as jsonb), :now)
			on conflict (account_id, step) do nothing
			""";

	private static final String OF = """
			select step, cast(fields as text) as fields from registration_draft where account_id = :id
			""";

	private static final String REMOVE = """
			delete from registration_draft where account_id = :id and step = :step
			""";

	private static final String REMOVE_ALL = """
			delete from registration_draft where account_id = :id
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Drafts(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Void> keep(AccountId resident, Step step, Map<String, String> fields, Instant now) {
		return write(KEEP, resident, step, fields, now);
	}

	/** Keeps one where there is none yet. */
	Mono<Void> offer(AccountId resident, Step step, Map<String, String> fields, Instant now) {
		return write(OFFER, resident, step, fields, now);
	}

	private Mono<Void> write(String sql, AccountId resident, Step step, Map<String, String> fields, Instant now) {
		return this.database.sql(sql)
			.bind("id", resident.value())
			.bind("step", step.code())
			.bind("fields", this.json.writeValueAsString(fields))
			.bind("now", now)
			.then();
	}

	/** All of a resident, by step. */
	Mono<Map<String, Map<String, String>>> of(AccountId resident) {
		return this.database.sql(OF)
			.bind("id", resident.value())
			.map((row) -> Map.entry(Columns.text(row, "step"), fields(Columns.text(row, "fields"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	Mono<Void> remove(AccountId resident, Step step) {
		return this.database.sql(REMOVE).bind("id", resident.value()).bind("step", step.code()).then();
	}

	Mono<Void> removeAll(AccountId resident) {
		return this.database.sql(REMOVE_ALL).bind("id", resident.value()).then();
	}

	private Map<String, String> fields(String text) {
		return this.json.readValue(text, new TypeReference<>() {
		});
	}

}

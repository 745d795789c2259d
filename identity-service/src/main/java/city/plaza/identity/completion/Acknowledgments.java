package city.plaza.identity.completion;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Which text each resident accepted. */
@Repository
class Acknowledgments {

	private static final String KEEP_TEXT = """
			insert into acknowledgment_text (hash, version, language, text)
			values (:hash, :version, :language, :text)
			on conflict (hash) do nothing
			""";

	private static final String ACCEPT = """
			insert into acknowledgment (account_id, text_hash, accepted_at)
			values (:id, :hash, :now)
			on conflict (account_id) do update set text_hash = excluded.text_hash, accepted_at = excluded.accepted_at
			""";

	private static final String OF = """
			select t.version, t.language, t.hash, a.accepted_at
			from acknowledgment a join acknowledgment_text t on t.hash = a.text_hash
			where a.account_id = :id
			""";

	private final DatabaseClient database;

	Acknowledgments(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> accept(AccountId resident, AcknowledgedText text, Instant now) {
		return this.database.sql(KEEP_TEXT)
			.bind("hash", text.hash())
			.bind("version", text.version())
			.bind("language", text.language().tag())
			.bind("text", text.text())
			.then()
			.then(Mono.defer(() -> this.database.sql(ACCEPT)
				.bind("id", resident.value())
				.bind("hash", text.hash())
				.bind("now", now)
				.then()));
	}

	Mono<Acceptance> of(AccountId resident) {
		return this.database.sql(OF).bind("id", resident.value()).map(Acknowledgments::read).one();
	}

	private static Acceptance read(Readable row) {
		return new Acceptance(Columns.text(row, "version"), Language.of(Columns.text(row, "language")).orElseThrow(),
				Columns.text(row, "hash"), Columns.required(row, "accepted_at", Instant.class));
	}

}

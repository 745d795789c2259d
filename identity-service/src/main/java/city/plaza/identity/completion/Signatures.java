package city.plaza.identity.completion;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The signatures of all residents. */
@Repository
class Signatures {

	private static final String KEEP = """
			insert into signature (account_id, name, method, drawing, text_hash, signed_at)
			values (:id, :name, :method, cast(:drawing as jsonb), :hash, :now)
			on conflict (account_id) do update set name = excluded.name, method = excluded.method,
			  drawing = excluded.drawing, text_hash = excluded.text_hash, signed_at = excluded.signed_at
			""";

	private static final String OF = """
			select name, method, cast(drawing as text) as drawing, text_hash, signed_at
			from signature
			where account_id = :id
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Signatures(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Void> keep(AccountId resident, Signed signed) {
		Signature signature = signed.signature();
		@Nullable String drawing = (signature.drawing() != null) ? this.json.writeValueAsString(signature.drawing()) : null;
		return this.database.sql(KEEP)
			.bind("id", resident.value())
			.bind("name", signature.name())
			.bind("method", Codes.of(signature.method()))
			.bind("drawing", Parameters.in(R2dbcType.VARCHAR, drawing))
			.bind("hash", Parameters.in(R2dbcType.VARCHAR, signed.textHash()))
			.bind("now", signed.signedAt())
			.then();
	}

	Mono<Signed> of(AccountId resident) {
		return this.database.sql(OF).bind("id", resident.value()).map(this::read).one();
	}

	private Signed read(Readable row) {
		@Nullable String drawing = row.get("drawing", String.class);
		Signature signature = new Signature(Columns.text(row, "name"),
				Columns.constant(row, "method", Signature.Method.class),
				(drawing != null) ? this.json.readValue(drawing, Drawing.class) : null);
		return new Signed(signature, row.get("text_hash", String.class),
				Columns.required(row, "signed_at", Instant.class));
	}

}

package city.plaza.identity.token;

import java.time.Instant;
import java.util.List;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All signing keys, shared by the instances. */
@Repository
class SigningKeys {

	private static final String ALL = """
			select * from signing_key order by generation
			""";

	private static final String LOCK = """
			lock table signing_key in share row exclusive mode
			""";

	private static final String REMOVE = """
			delete from signing_key where generation = any (:generations)
			""";

	private static final String ADD = """
			insert into signing_key (generation, key_id, sealed_key, created_at)
			values (:generation, :id, :sealed, :created)
			""";

	private final DatabaseClient database;

	private final KeyVault vault;

	SigningKeys(DatabaseClient database, KeyVault vault) {
		this.database = database;
		this.vault = vault;
	}

	Mono<List<SigningKey>> all() {
		return this.database.sql(ALL).map(this::read).all().collectList();
	}

	/**
	 * Until the transaction ends no other instance adds or removes a key; all may read.
	 */
	Mono<Void> lock() {
		return this.database.sql(LOCK).then();
	}

	/** Removes keys that no token names any more. */
	Mono<Void> remove(List<SigningKey> retired) {
		return this.database.sql(REMOVE)
			.bind("generations", retired.stream().map(SigningKey::generation).toArray(Integer[]::new))
			.then();
	}

	Mono<Void> add(SigningKey key) {
		return this.database.sql(ADD)
			.bind("generation", key.generation())
			.bind("id", key.key().getKeyID())
			.bind("sealed", this.vault.close(key.key()))
			.bind("created", key.createdAt())
			.then();
	}

	private SigningKey read(Readable row) {
		String id = Columns.text(row, "key_id");
		return new SigningKey(Columns.number(row, "generation"), this.vault.open(id, Columns.text(row, "sealed_key")),
				Columns.required(row, "created_at", Instant.class));
	}

}

package city.plaza.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All signing keys, shared by the instances. */
@Repository
class SigningKeys {

	private final DatabaseClient database;

	private final KeyVault vault;

	SigningKeys(DatabaseClient database, KeyVault vault) {
		this.database = database;
		this.vault = vault;
	}

	Mono<List<SigningKey>> all() {
		return this.database.sql("select * from signing_keys order by generation").map(this::read).all().collectList();
	}

	/** Adds a key unless another instance was first with its generation. */
	Mono<Void> addIfFirst(SigningKey key) {
		return this.database.sql("""
				insert into signing_keys (generation, key_id, sealed_key, created_at)
				values (:generation, :id, :sealed, :created) on conflict (generation) do nothing""")
			.bind("generation", key.generation())
			.bind("id", key.key().getKeyID())
			.bind("sealed", this.vault.close(key.key()))
			.bind("created", key.createdAt())
			.then();
	}

	private SigningKey read(Readable row) {
		String id = get(row, "key_id", String.class);
		return new SigningKey(get(row, "generation", Integer.class),
				this.vault.open(id, get(row, "sealed_key", String.class)), get(row, "created_at", Instant.class));
	}

	private static <T> T get(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}

package city.plaza.identity.reset;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All requests of the last day. */
@Repository
class Resets {

	private static final String ADD = """
			insert into password_reset (id, email, language, created_at) values (:id, :email, :language, :now)
			""";

	private static final String OF = """
			select * from password_reset where id = :id
			""";

	private static final String COMPLETE = """
			update password_reset set completed_at = :now where id = :id
			""";

	private static final String REMOVE_OLDER_THAN = """
			delete from password_reset where created_at < :moment
			""";

	private final DatabaseClient database;

	Resets(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(Reset reset, Instant now) {
		return this.database.sql(ADD)
			.bind("id", reset.id().value())
			.bind("email", reset.email().value())
			.bind("language", reset.language().tag())
			.bind("now", now)
			.then();
	}

	Mono<Reset> of(ResetId id) {
		return this.database.sql(OF).bind("id", id.value()).map(Resets::read).one();
	}

	Mono<Void> complete(ResetId id, Instant now) {
		return this.database.sql(COMPLETE).bind("now", now).bind("id", id.value()).then();
	}

	Mono<Long> removeOlderThan(Instant moment) {
		return this.database.sql(REMOVE_OLDER_THAN).bind("moment", moment).fetch().rowsUpdated();
	}

	private static Reset read(Readable row) {
		return new Reset(new ResetId(Columns.required(row, "id", UUID.class)),
				new EmailAddress(Columns.text(row, "email")), Language.of(Columns.text(row, "language")).orElseThrow(),
				row.get("completed_at", Instant.class) != null);
	}

}

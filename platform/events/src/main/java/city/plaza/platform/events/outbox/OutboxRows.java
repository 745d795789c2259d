package city.plaza.platform.events.outbox;

import java.util.List;
import java.util.function.Function;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The table {@code outbox}, as writers and relays use it. */
class OutboxRows {

	/** Ids of version 7 sort by time, which keeps the index on them small and warm. */
	private static final String ADD = """
			insert into outbox (id, topic, key, type, data, bulk, source, traceparent)
			select uuidv7(), topic, key, type, data, bulk, $6, $7
			from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
			  with ordinality as e (topic, key, type, data, bulk, place)
			order by place""";

	private final DatabaseClient database;

	OutboxRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds rows in their order.
	 * @param source of all of them
	 * @param traceparent of the request that caused them, if it had one
	 */
	Mono<Void> add(List<NewRow> rows, String source, @Nullable String traceparent) {
		return this.database.sql(ADD)
			.bind(0, column(rows, NewRow::topic))
			.bind(1, column(rows, NewRow::key))
			.bind(2, column(rows, NewRow::type))
			.bind(3, column(rows, NewRow::data))
			.bind(4, rows.stream().map(NewRow::bulk).toArray(Boolean[]::new))
			.bind(5, source)
			.bind(6, Parameters.in(R2dbcType.VARCHAR, traceparent))
			.then();
	}

	/** Everything that is parked is tried again. */
	Mono<Long> release() {
		return this.database.sql("update outbox set parked_at = null, parked_reason = null where parked_at is not null")
			.fetch()
			.rowsUpdated();
	}

	private static String[] column(List<NewRow> rows, Function<NewRow, String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

}

package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Has a consumer's database note when the commit of each event's effect begins: by a
 * deferred trigger on its inbox, which runs when everything else of the transaction is
 * done. The time in the inbox itself is that of the transaction's start.
 */
public final class EffectTimes implements AutoCloseable {

	private static final List<String> REMOVE = List.of("drop trigger if exists benchmark_effect on inbox",
			"drop function if exists benchmark_effect()", "drop table if exists benchmark_effect");

	private static final List<String> CREATE = List
		.of("create unlogged table benchmark_effect (event_id uuid not null, at timestamptz not null)", """
				create function benchmark_effect() returns trigger language plpgsql as $$
				begin
				  insert into benchmark_effect values (new.event_id, clock_timestamp());
				  return null;
				end
				$$""", """
				create constraint trigger benchmark_effect after insert on inbox
				deferrable initially deferred for each row execute function benchmark_effect()""");

	private static final String READ = "select event_id, (extract(epoch from at) * 1000000)::bigint from benchmark_effect";

	private final Databases databases;

	private final String name;

	private EffectTimes(Databases databases, String name) {
		this.databases = databases;
		this.name = name;
	}

	/** In the database of a consumer, until they are closed. */
	public static EffectTimes in(Suite suite, String name) throws IOException {
		EffectTimes times = new EffectTimes(suite.databases(), name);
		times.close();
		times.run(CREATE);
		return times;
	}

	/** Forgets what was noted so far. */
	public void clear() throws IOException {
		this.databases.run(this.name, "truncate benchmark_effect");
	}

	/** How many effects were committed. */
	public long count() throws IOException {
		return Long.parseLong(this.databases.value(this.name, "select count(*) from benchmark_effect"));
	}

	/** The microsecond at which the commit of each effect began, by the event's id. */
	public Map<UUID, Long> read() throws IOException {
		try (Connection database = this.databases.connect(this.name);
				PreparedStatement statement = database.prepareStatement(READ);
				ResultSet rows = statement.executeQuery()) {
			Map<UUID, Long> times = new HashMap<>();
			while (rows.next()) {
				times.put(rows.getObject(1, UUID.class), rows.getLong(2));
			}
			return times;
		}
		catch (SQLException ex) {
			throw new IOException(READ, ex);
		}
	}

	@Override
	public void close() throws IOException {
		run(REMOVE);
	}

	private void run(List<String> statements) throws IOException {
		for (String statement : statements) {
			this.databases.run(this.name, statement);
		}
	}

}

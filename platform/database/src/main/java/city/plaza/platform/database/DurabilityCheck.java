package city.plaza.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import city.plaza.platform.guard.UnsafeSettingException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Refuses to start on a database that may forget what it acknowledged. It asks on
 * Flyway's connection, the first one made and a blocking one.
 */
class DurabilityCheck implements Callback {

	private static final String FORGETFUL = """
			select string_agg(name || '=' || setting, ', ' order by name) from pg_settings
			where setting = 'off' and name in ('fsync', 'full_page_writes', 'synchronous_commit')""";

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		refuse(context.getConnection());
	}

	@Override
	public String getCallbackName() {
		return "durability-check";
	}

	static void refuse(Connection connection) {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(FORGETFUL)) {
			String found = rows.next() ? rows.getString(1) : null;
			if (found != null) {
				throw new UnsafeSettingException(List.of("Production refuses PostgreSQL with " + found
						+ ", which may lose what it acknowledged: switch it on in the server, for the database and for the user."));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database does not report its settings", ex);
		}
	}

}

package city.plaza.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import city.plaza.local.topology.Database;

/** Creates the databases of the services in a running PostgreSQL. */
final class Databases {

	static final String SUPERUSER = "postgres";

	private final int port;

	Databases(int port) {
		this.port = port;
	}

	/**
	 * Creates what is missing.
	 * @return whether all of them exist now; false while the server does not respond
	 */
	boolean createMissing() {
		Properties properties = new Properties();
		properties.put("user", SUPERUSER);
		properties.put("password", Database.SUPERUSER_PASSWORD);
		properties.put("connectTimeout", "2");
		properties.put("socketTimeout", "20");
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://127.0.0.1:" + this.port + "/postgres", properties)) {
			for (Database database : Database.values()) {
				create(connection, database);
			}
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static void create(Connection connection, Database database) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			if (exists(connection, "select 1 from pg_roles where rolname = ?", database)) {
				// Earlier versions gave each user a password of its own.
				statement.execute(database.setPassword());
			}
			else {
				statement.execute(database.createUser());
			}
			boolean isThere = exists(connection, "select 1 from pg_database where datname = ?", database);
			for (String sql : isThere ? database.close() : database.create()) {
				statement.execute(sql);
			}
		}
	}

	private static boolean exists(Connection connection, String query, Database database) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, database.lowerName());
			try (ResultSet result = statement.executeQuery()) {
				return result.next();
			}
		}
	}

}

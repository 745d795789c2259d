package city.plaza.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The databases of the services, each with a user of the same name who owns it and can
 * reach no other.
 */
public final class Databases {

	static final String SUPERUSER = "postgres";

	static final String SUPERUSER_PASSWORD = "dev-only-postgres";

	/** The name of each, and of its user. */
	public static final List<String> NAMES = List.of("identity", "account_link", "billing", "notification");

	private final int port;

	Databases(int port) {
		this.port = port;
	}

	/** The password of a database's user; on this machine alone. */
	public static String password(String database) {
		return "dev-only-" + database;
	}

	/**
	 * Creates what is missing.
	 * @return whether the server could be asked, and so all of them exist now
	 */
	boolean createMissing() {
		Properties properties = new Properties();
		properties.put("user", SUPERUSER);
		properties.put("password", SUPERUSER_PASSWORD);
		properties.put("connectTimeout", "2");
		properties.put("socketTimeout", "20");
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://127.0.0.1:" + this.port + "/postgres", properties)) {
			for (String name : NAMES) {
				create(connection, name);
			}
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static void create(Connection connection, String name) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
				statement.execute("create role " + name + " login password '" + password(name) + "'");
			}
			if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
				statement.execute("create database " + name + " owner " + name);
				statement.execute("revoke connect on database " + name + " from public");
			}
		}
	}

	private static boolean exists(Connection connection, String query, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			try (ResultSet result = statement.executeQuery()) {
				return result.next();
			}
		}
	}

}

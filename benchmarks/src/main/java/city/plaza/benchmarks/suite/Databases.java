package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The databases of the suite's services. */
public final class Databases {

	private static final String SUPERUSER = "postgres";

	private final int port;

	private final Map<String, String> passwords;

	Databases(int port, Map<String, String> passwords) {
		this.port = port;
		this.passwords = passwords;
	}

	/** A connection to a service's database, as its own user. */
	public Connection connect(String name) throws SQLException {
		return connect(name, name);
	}

	/** A connection to a service's database as the user who may do everything. */
	public Connection superuser(String name) throws SQLException {
		return connect(name, SUPERUSER);
	}

	/** Runs a statement in a service's database. */
	public void run(String name, String sql, Object... values) throws IOException {
		try (Connection database = connect(name); PreparedStatement statement = database.prepareStatement(sql)) {
			for (int at = 0; at < values.length; at++) {
				statement.setObject(at + 1, values[at]);
			}
			statement.execute();
		}
		catch (SQLException ex) {
			throw new IOException(sql, ex);
		}
	}

	/** Runs statements as the user who may do everything, in no service's database. */
	public void superuserRuns(String... statements) throws IOException {
		try (Connection database = superuser(SUPERUSER); Statement statement = database.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Runs statements in a service's database as the user who may do everything, past its
	 * triggers and foreign keys.
	 */
	void runsPastTriggers(String name, List<String> statements) throws IOException {
		try (Connection database = superuser(name); Statement statement = database.createStatement()) {
			statement.execute("set session_replication_role = replica");
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	/** The one value that a query of a service's database finds, as text. */
	public String value(String name, String sql) throws IOException {
		try (Connection database = connect(name);
				PreparedStatement statement = database.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			if (!rows.next()) {
				throw new IOException("No row: " + sql);
			}
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw new IOException(sql, ex);
		}
	}

	/** Of a database's user, who has its name. */
	public String password(String name) {
		String password = this.passwords.get(name);
		if (password == null) {
			throw new IllegalArgumentException("no database " + name + " has a password");
		}
		return password;
	}

	private Connection connect(String name, String user) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + this.port + "/" + name, user,
				password(user));
	}

}

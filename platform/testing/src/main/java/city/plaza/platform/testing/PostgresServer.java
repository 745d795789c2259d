package city.plaza.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A running PostgreSQL. Services get databases owned by a user without special rights, as
 * in production.
 *
 * @param host where it listens
 * @param port where it listens
 * @param superuser creates databases
 * @param password of the superuser
 */
record PostgresServer(String host, int port, String superuser, String password) {

	private static final String OWNER = "plaza";

	private static final String OWNER_PASSWORD = "plaza";

	/**
	 * Creates an empty database.
	 * @param name of the database
	 * @return how a service reaches it
	 */
	Database create(String name) {
		String url = "jdbc:postgresql://" + this.host + ":" + this.port + "/postgres";
		try (Connection connection = DriverManager.getConnection(url, this.superuser, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("""
					DO $$ BEGIN
					  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
					    CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
					  END IF;
					END $$""".formatted(OWNER, OWNER_PASSWORD));
			statement.execute("CREATE DATABASE \"%s\" OWNER %s".formatted(name, OWNER));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The test database " + name + " cannot be created", ex);
		}
		return new Database(this.host, this.port, OWNER, OWNER_PASSWORD);
	}

}

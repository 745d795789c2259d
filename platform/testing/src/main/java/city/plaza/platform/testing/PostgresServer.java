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
					do $$ begin
					  if not exists (select from pg_roles where rolname = '%1$s') then
					    create role %1$s login password '%2$s';
					  end if;
					end $$""".formatted(OWNER, OWNER_PASSWORD));
			statement.execute("create database \"%s\" owner %s".formatted(name, OWNER));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The test database " + name + " cannot be created", ex);
		}
		return new Database(this.host, this.port, OWNER, OWNER_PASSWORD);
	}

}

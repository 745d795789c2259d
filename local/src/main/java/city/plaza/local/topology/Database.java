package city.plaza.local.topology;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A service's database, with a user of the same name who owns it and can connect to no
 * other.
 */
public enum Database {

	IDENTITY, ACCOUNT_LINK, BILLING, NOTIFICATION;

	/** What each service uses unless {@code PLAZA_DB_PASSWORD} is set. */
	public static final String PASSWORD = "dev-only-database";

	/** Of PostgreSQL's user {@code postgres}. */
	public static final String SUPERUSER_PASSWORD = "dev-only-postgres";

	/** The name of the database and of its user. */
	public String lowerName() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String createUser() {
		return "create user %s password '%s'".formatted(lowerName(), PASSWORD);
	}

	public String setPassword() {
		return "alter user %s password '%s'".formatted(lowerName(), PASSWORD);
	}

	/** Creates the database of the user, closed to all others. */
	public List<String> create() {
		return Stream.concat(Stream.of("create database %1$s owner %1$s".formatted(lowerName())), close().stream())
			.toList();
	}

	/** Closes the database to all others; to do so twice does no harm. */
	public List<String> close() {
		return List.of("revoke connect on database %s from public".formatted(lowerName()));
	}

}

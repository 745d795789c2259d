package city.plaza.platform.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import city.plaza.platform.testing.PlazaTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of a database that an earlier version used. */
@PlazaTest
class UpgradeTests {

	private static final String SCHEMA = "upgrade";

	@Value("${spring.flyway.url}")
	private String url;

	@Value("${spring.flyway.user}")
	private String user;

	@Value("${spring.flyway.password}")
	private String password;

	@Test
	void keepsWhatWaitedInTheOutbox() throws SQLException {
		migrate("1");
		try (Connection database = DriverManager.getConnection(this.url + "&currentSchema=" + SCHEMA, this.user,
				this.password); Statement statement = database.createStatement()) {
			insert(statement, "waiting");
			insert(statement, "sent");
			statement.execute("update outbox set published_at = now() where data = 'sent'");
			migrate("2");
			insert(statement, "of an earlier version");
			assertThat(count(statement, "outbox where published_at is null and parked_at is null and not bulk"))
				.isEqualTo(2);
			assertThat(count(statement, "outbox where published_at is not null")).isEqualTo(1);
		}
	}

	private void migrate(String version) {
		Flyway.configure()
			.dataSource(this.url, this.user, this.password)
			.schemas(SCHEMA)
			.locations("classpath:db/platform")
			.target(version)
			.load()
			.migrate();
	}

	private static void insert(Statement statement, String data) throws SQLException {
		statement.execute("insert into outbox (id, topic, key, type, source, data) values (gen_random_uuid(), 'topic', "
				+ "'key', 'Type', '/test', '" + data + "')");
	}

	private static long count(Statement statement, String from) throws SQLException {
		try (ResultSet result = statement.executeQuery("select count(*) from " + from)) {
			result.next();
			return result.getLong(1);
		}
	}

}

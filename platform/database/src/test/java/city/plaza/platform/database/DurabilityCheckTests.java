package city.plaza.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PlazaTest
class DurabilityCheckTests {

	@Value("${spring.flyway.url}")
	private String url;

	@Value("${spring.flyway.user}")
	private String user;

	@Value("${spring.flyway.password}")
	private String password;

	@Autowired(required = false)
	private DurabilityCheck check;

	@Test
	void refusesADatabaseThatMayForget() throws Exception {
		try (Connection connection = DriverManager.getConnection(this.url, this.user, this.password)) {
			connection.createStatement().execute("set synchronous_commit = off");
			assertThatThrownBy(() -> DurabilityCheck.refuse(connection)).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("synchronous_commit=off");
		}
	}

	@Test
	void isNotAskedOutsideOfProduction() {
		assertThat(this.check).isNull();
	}

}

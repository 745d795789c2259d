package city.plaza.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;

import city.plaza.platform.guard.UnsafeSettingException;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
			assertThatThrownBy(() -> DurabilityCheck.refuse(connection)).isInstanceOf(UnsafeSettingException.class)
				.hasMessageContaining("synchronous_commit=off");
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void productionEndsInOneLineThatNamesTheSetting(CapturedOutput output) {
		SpringApplication production = new SpringApplication(DatabaseTestApplication.class);
		production.setWebApplicationType(WebApplicationType.NONE);
		production.setBannerMode(Banner.Mode.OFF);
		String[] arguments = { "--spring.profiles.active=production", "--spring.flyway.url=" + this.url,
				"--spring.flyway.user=" + this.user, "--spring.flyway.password=" + this.password,
				"--spring.r2dbc.password=" + this.password, "--plaza.kafka.password=of-this-test",
				"--logging.level.root=warn", "--logging.level.org.springframework.context.annotation=error" };

		assertThatThrownBy(() -> production.run(arguments)).hasRootCauseInstanceOf(UnsafeSettingException.class);

		assertThat(output.getAll().lines().filter((line) -> !line.isBlank())).singleElement()
			.asString()
			.contains("ERROR", "fsync=off", "full_page_writes=off");
	}

	@Test
	void isNotAskedOutsideOfProduction() {
		assertThat(this.check).isNull();
	}

}

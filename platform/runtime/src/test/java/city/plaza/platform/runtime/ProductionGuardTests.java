package city.plaza.platform.runtime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class ProductionGuardTests {

	private static final String SECRET = "plaza.sample.secret=${PLAZA_SAMPLE_SECRET:dev-only-everybody-knows}";

	@Test
	void refusesToStartWithASecretThatEverybodyKnows(CapturedOutput output) {
		assertThatExceptionOfType(DevelopmentSettingsException.class)
			.isThrownBy(() -> start("--spring.profiles.active=production", "--" + SECRET));

		assertThat(output).contains("plaza.sample.secret (set PLAZA_SAMPLE_SECRET)")
			.doesNotContain("everybody-knows")
			.doesNotContain("\tat ");
	}

	@Test
	void namesThemAll(CapturedOutput output) {
		assertThatExceptionOfType(DevelopmentSettingsException.class)
			.isThrownBy(() -> start("--spring.profiles.active=production", "--" + SECRET,
					"--plaza.sample.password=dev-only-1", "--plaza.sample.reference=${plaza.sample.password}"));

		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains("refuses"))
			.singleElement()
			.satisfies((line) -> assertThat(line).contains("plaza.sample.password", "plaza.sample.reference",
					"plaza.sample.secret"));
	}

	@Test
	void startsWithSecretsOfItsOwn() {
		try (ConfigurableApplicationContext context = start("--spring.profiles.active=production", "--" + SECRET,
				"--PLAZA_SAMPLE_SECRET=a secret of its own", "--plaza.sample.open=${PLAZA_NOT_SET}")) {
			assertThat(context.getEnvironment().getProperty("plaza.sample.secret")).isEqualTo("a secret of its own");
		}
	}

	@Test
	void isOffOutsideOfProduction() {
		try (ConfigurableApplicationContext context = start("--" + SECRET)) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}

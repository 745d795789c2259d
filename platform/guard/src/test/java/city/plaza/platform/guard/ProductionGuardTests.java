package city.plaza.platform.guard;

import java.util.List;

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
	void refusesInOneLineASecretThatEverybodyKnows(CapturedOutput output) {
		assertThatExceptionOfType(UnsafeSettingException.class).isThrownBy(() -> start("--" + SECRET));

		assertThat(linesOf(output)).singleElement()
			.asString()
			.contains("ERROR", "plaza.sample.secret (set PLAZA_SAMPLE_SECRET)")
			.doesNotContain("everybody-knows");
	}

	@Test
	void namesThemAll(CapturedOutput output) {
		assertThatExceptionOfType(UnsafeSettingException.class).isThrownBy(() -> start("--" + SECRET,
				"--plaza.sample.password=dev-only-1", "--plaza.sample.reference=${plaza.sample.password}"));

		assertThat(linesOf(output)).singleElement()
			.satisfies((line) -> assertThat(line).contains("plaza.sample.password", "plaza.sample.reference",
					"plaza.sample.secret"));
	}

	@Test
	void startsWithSecretsOfItsOwn() {
		try (ConfigurableApplicationContext context = start("--" + SECRET, "--PLAZA_SAMPLE_SECRET=a secret of its own",
				"--plaza.sample.open=${PLAZA_NOT_SET}")) {
			assertThat(context.getEnvironment().getProperty("plaza.sample.secret")).isEqualTo("a secret of its own");
		}
	}

	@Test
	void isOffWhereDevelopmentIsNamed() {
		try (ConfigurableApplicationContext context = start("--spring.profiles.active=development", "--" + SECRET)) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	@Test
	void isOnUnderAnyOtherProfile() {
		assertThatExceptionOfType(UnsafeSettingException.class)
			.isThrownBy(() -> start("--spring.profiles.active=staging", "--" + SECRET));
	}

	@Test
	void findsARefusalBelowOtherFailures(CapturedOutput output) {
		boolean reported = new UnsafeSettingReporter().reportException(new IllegalStateException("Failed to start",
				new UnsafeSettingException(List.of("First sentence.", "Second sentence."))));

		assertThat(reported).isTrue();
		assertThat(linesOf(output)).hasSize(2);
	}

	@Test
	void leavesOtherFailuresToOtherReporters() {
		assertThat(new UnsafeSettingReporter().reportException(new IllegalStateException("Failed"))).isFalse();
	}

	private static List<String> linesOf(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> !line.isBlank()).toList();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}

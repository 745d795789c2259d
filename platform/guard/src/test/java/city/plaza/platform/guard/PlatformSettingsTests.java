package city.plaza.platform.guard;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * By files of test resources: {@code plaza-runtime.yml} as the platform's and
 * {@code settings/application.yml} as a service's own.
 */
class PlatformSettingsTests {

	@Test
	void areTheDefaultOfWhatTheServiceDoesNotSet() {
		assertThat(settings().getProperty("plaza.sample.platform-only")).isEqualTo("platform");
	}

	@Test
	void yieldToTheServicesOwnFile() {
		assertThat(settings().getProperty("plaza.sample.both")).isEqualTo("service");
	}

	@Test
	void yieldToTheServicesOwnFileUnderAProfileToo() {
		assertThat(settings("--spring.profiles.active=tls").getProperty("plaza.sample.both")).isEqualTo("service");
	}

	@Test
	void yieldToTheCommandLine() {
		assertThat(settings("--plaza.sample.platform-only=mine").getProperty("plaza.sample.platform-only"))
			.isEqualTo("mine");
	}

	@Test
	void winOverTheDefaultsOfSpringBoot() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(((DefaultListableBeanFactory) context.getBeanFactory()).isAllowCircularReferences()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "development, part", "'tls,development', part", "tls, platform", "staging, platform" })
	void haveAPartForAProfile(String profiles, String value) {
		assertThat(settings("--spring.profiles.active=" + profiles).getProperty("plaza.sample.by-profile"))
			.isEqualTo(value);
	}

	@Test
	void haveAPartForAProfileThatTheServicesFileNames() {
		assertThat(settings("--plaza.sample.profile=development").getProperty("plaza.sample.by-profile"))
			.isEqualTo("part");
	}

	@Test
	void fillInWhatTheServiceSays() {
		assertThat(settings().getProperty("plaza.sample.filled-in")).isEqualTo("platform and service");
	}

	@Test
	void leaveOutKafkaWhereAProcessHasNoClientOfIt() {
		assertThat(settings().containsProperty("plaza.kafka.password")).isFalse();
	}

	private static Environment settings(String... arguments) {
		try (ConfigurableApplicationContext context = start(arguments)) {
			return context.getEnvironment();
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application
			.run(Stream.concat(Stream.of("--spring.config.location=classpath:/settings/"), Stream.of(arguments))
				.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}

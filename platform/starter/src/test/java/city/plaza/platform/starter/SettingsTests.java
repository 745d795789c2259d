package city.plaza.platform.starter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** All of the platform's settings together, under the settings of a service. */
class SettingsTests {

	private static final String[] FILES = { "plaza-runtime.yml", "plaza-security.yml", "plaza-database.yml",
			"plaza-events.yml", "plaza-kafka.yml" };

	@ParameterizedTest
	@CsvSource({ "server.port, 9123", "spring.r2dbc.pool.initial-size, 7",
			"management.endpoint.health.group.readiness.show-details, never", "plaza.events.replication, 2" })
	void yieldToTheServicesOwn(String name, String value) {
		assertThat(inDevelopment().getProperty(name)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "server.shutdown, graceful", "spring.r2dbc.pool.max-size, 10",
			"eureka.instance.initial-status, starting", "spring.kafka.consumer.auto-offset-reset, earliest",
			"spring.kafka.client-id, sample-service", "spring.web.resources.add-mappings, false",
			"spring.flyway.url, jdbc:postgresql://localhost:5432/sample?ApplicationName=sample-service-migration",
			"management.endpoints.access.default, none" })
	void applyWhereTheServiceSetsNothing(String name, String value) {
		assertThat(inDevelopment().getProperty(name)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "spring.kafka.security.protocol, PLAINTEXT", "springdoc.api-docs.enabled, true",
			"plaza.events.min-in-sync, 1" })
	void areMilderInDevelopment(String name, String value) {
		assertThat(inDevelopment().getProperty(name)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "PLAZA_DB_PASSWORD", "PLAZA_KAFKA_PASSWORD", "PLAZA_EUREKA_PASSWORD", "PLAZA_PUBLIC_URL",
			"PLAZA_PRIVATE_NETWORK" })
	void areRefusedInProductionWhereTheyAreUnsafe(String variable) {
		assertThatThrownBy(() -> start()).hasStackTraceContaining(variable);
	}

	@Test
	void areTakenInProductionWhereTheyAreSafe() {
		try (ConfigurableApplicationContext context = start("--PLAZA_DB_PASSWORD=1", "--PLAZA_KAFKA_PASSWORD=2",
				"--PLAZA_EUREKA_PASSWORD=3", "--PLAZA_PUBLIC_URL=https://pay.fairhaven.example",
				"--PLAZA_PRIVATE_NETWORK=true")) {
			assertThat(context.getEnvironment().getProperty("spring.kafka.security.protocol")).isEqualTo("SASL_SSL");
			assertThat(context.getEnvironment().getProperty("plaza.events.replication")).isEqualTo("3");
			assertThat(context.getEnvironment().getProperty("springdoc.api-docs.enabled")).isEqualTo("false");
		}
	}

	@Test
	void setEachNameInOneFile() {
		Map<String, Long> files = Arrays.stream(FILES)
			.flatMap((file) -> names(file).distinct())
			.collect(Collectors.groupingBy((name) -> name, Collectors.counting()));
		assertThat(files).isNotEmpty().allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
	}

	private static Stream<String> names(String file) {
		try {
			return new YamlPropertySourceLoader().load(file, new ClassPathResource(file))
				.stream()
				.flatMap((part) -> Arrays.stream(((EnumerablePropertySource<?>) part).getPropertyNames()))
				.filter((name) -> !name.startsWith("spring.config.activate."));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Environment inDevelopment() {
		try (ConfigurableApplicationContext context = start("--spring.profiles.active=development")) {
			return context.getEnvironment();
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

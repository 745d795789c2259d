package city.plaza.platform.runtime;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
class SettingsTests {

	@Autowired
	private WebTestClient http;

	@ParameterizedTest
	@CsvSource({ "plaza.city.time-zone, America/Chicago", "plaza.public-url, http://localhost:8080",
			"eureka.client.service-url.defaultZone, http://localhost:8761/eureka/",
			"eureka.instance.hostname, localhost" })
	void hasADefaultThatRunsOnOneMachine(String name, String value, @Autowired Environment environment) {
		assertThat(environment.getProperty(name)).isEqualTo(value);
	}

	@Test
	void publishesTheApiDescriptionOnlyInDevelopment(@Autowired Environment environment) throws IOException {
		assertThat(environment.getProperty("springdoc.api-docs.enabled")).isEqualTo("true");
		assertThat(new YamlPropertySourceLoader().load("settings", new ClassPathResource("plaza-runtime.yml"))
			.getFirst()
			.getProperty("plaza.api-description")).hasToString("${PLAZA_API_DESCRIPTION:false}");
	}

	@Test
	void tellsTheTimeInUtc(@Autowired Clock clock) {
		assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
	}

	@Test
	void tellsTheTimeAsExactlyAsTheDatabaseKeepsIt(@Autowired Clock clock) {
		// A clock of nanoseconds would fail nearly always.
		assertThat(Stream.generate(clock::instant).limit(1000))
			.allSatisfy((now) -> assertThat(now.getNano() % 1000).isZero());
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health, 200", "/actuator/health/readiness, 200", "/actuator/health/liveness, 200",
			"/actuator/info, 200", "/actuator/prometheus, 200", "/actuator/env, 404", "/actuator/beans, 404",
			"/actuator/loggers, 404", "/actuator/heapdump, 404" })
	void showsHealthAndMetricsAndNothingElse(String path, int status) {
		this.http.get().uri(path).exchange().expectStatus().isEqualTo(status);
	}

	@Test
	void tellsOfItsHealthAWordAndNoDetail() {
		this.http.get()
			.uri("/actuator/health/readiness")
			.exchange()
			.expectBody()
			.json("{\"status\":\"UP\"}", org.springframework.test.json.JsonCompareMode.STRICT);
	}

	@Test
	void marksItsMetricsWithItsName() {
		assertThat(this.http.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody()).contains("application=\"sample-service\"");
	}

}

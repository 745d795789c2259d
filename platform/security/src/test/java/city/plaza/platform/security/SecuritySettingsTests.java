package city.plaza.platform.security;

import city.plaza.platform.security.ended.EndedSessionsAutoConfiguration;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

class SecuritySettingsTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
				city.plaza.platform.problem.ProblemAutoConfiguration.class, KafkaAutoConfiguration.class,
				EndedSessionsAutoConfiguration.class, KeysAutoConfiguration.class, SecurityAutoConfiguration.class,
				ReactiveWebSecurityAutoConfiguration.class))
		.withPropertyValues("spring.application.name=sample-service", "spring.kafka.bootstrap-servers=localhost:9",
				"plaza.security.ended-sessions.start-wait=1ms");

	@Test
	void sealsOnlyWhereASecretIsSet() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(Seal.class)
			.hasSingleBean(ReactiveJwtDecoder.class));
		this.runner.withPropertyValues("plaza.security.sealing-secret=sixteen characters")
			.run((context) -> assertThat(context).hasSingleBean(Seal.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "short7!", "fifteen letters" })
	void refusesASecretThatIsNone(String secret) {
		this.runner.withPropertyValues("plaza.security.sealing-secret=" + secret).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("plaza.security.sealing-secret");
			assertThat(context.getStartupFailure()).hasStackTraceContaining("PLAZA_SEALING_SECRET");
			assertThat(Throwables.getStackTrace(context.getStartupFailure())).doesNotContain(secret);
		});
	}

	@ParameterizedTest
	@CsvSource({ "http://identity-service/.well-known/jwks.json, true", "http://localhost:8081/jwks, false",
			"http://localhost/jwks, false", "http://identity:8080/jwks, false", "https://id.example.org/jwks, false" })
	void looksUpBareNamesInTheRegistry(String uri, boolean service) {
		assertThat(new TokenSettings(java.net.URI.create(uri)).namesAService()).isEqualTo(service);
	}

}

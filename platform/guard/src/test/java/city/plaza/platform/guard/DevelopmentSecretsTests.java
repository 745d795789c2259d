package city.plaza.platform.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DevelopmentSecretsTests {

	private final ConfigurableEnvironment environment = new StandardEnvironment();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			dev-only-secret                          | a
			dev-only-                                | a
			${PLAZA_A:dev-only-secret}               | a (set PLAZA_A)
			${PLAZA_A_2:dev-only-secret}             | a (set PLAZA_A_2)
			${plaza.a:dev-only-secret}               | a
			${plaza.a:${PLAZA_A:dev-only-secret}}    | a (set PLAZA_A)
			${PLAZA_A:${PLAZA_B:dev-only-secret}}    | a (set PLAZA_B)
			""")
	void refusesWhatEverybodyKnowsAndNamesTheVariableToSet(String value, String named) {
		set("first", Map.of("a", value));
		assertThat(violations()).singleElement()
			.asString()
			.startsWith(
					"Production refuses the development value of " + named + ": give each a secret value of its own")
			.doesNotContain("dev-only")
			.hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a secret of its own", "DEV-ONLY-secret", " dev-only-secret", "not dev-only-secret",
			"${PLAZA_A:its own}", "${PLAZA_NOT_SET}", "${PLAZA_A:${PLAZA_NOT_SET}}", "${", "dev-only" })
	void takesEverythingElse(String value) {
		set("first", Map.of("a", value));
		assertThat(violations()).isEmpty();
	}

	@Test
	void judgesTheValueThatApplies() {
		set("below", Map.of("a", "dev-only-secret", "b", "its own", "c", "${PLAZA_C:dev-only-secret}"));
		set("above", Map.of("a", "its own", "b", "dev-only-secret", "PLAZA_C", "its own"));
		assertThat(violations()).singleElement().asString().contains("value of b:");
	}

	@Test
	void namesEachOnceAndInOrder() {
		set("below", Map.of("z", "dev-only-1", "a", "dev-only-2", "m", "${a}"));
		set("above", Map.of("z", "dev-only-3"));
		assertThat(violations()).singleElement().asString().contains("value of a, m, z:");
	}

	@Test
	void isNotConfusedByWhatIsNoText() {
		Map<String, Object> odd = new LinkedHashMap<>();
		odd.put("number", 7);
		odd.put("nothing", null);
		odd.put("list", List.of("dev-only-secret"));
		this.environment.getPropertySources().addFirst(new MapPropertySource("odd", odd));
		this.environment.getPropertySources().addFirst(new PropertySource<>("asked by name alone", "source") {

			@Override
			public @Nullable Object getProperty(String name) {
				return null;
			}

		});
		assertThat(violations()).singleElement().asString().contains("value of list:");
	}

	private void set(String name, Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
	}

	private List<String> violations() {
		return new DevelopmentSecrets().violations(this.environment);
	}

}

package city.plaza.identity.staff;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class NoStaffPasswordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "plaza.identity.staff[0].password", "plaza.identity.staff[7].password",
			"PLAZA_IDENTITY_STAFF_0_PASSWORD" })
	void refusesAPasswordInTheSettingsAndDoesNotShowIt(String name) {
		assertThat(new NoStaffPasswords().violations(environment(name))).singleElement()
			.satisfies((violation) -> assertThat(violation).contains("plaza.identity.staff", "operations.md")
				.doesNotContain("a till of many drawers"));
	}

	@Test
	void allowsSettingsWithoutOne() {
		assertThat(new NoStaffPasswords().violations(environment("plaza.identity.staff-invitation.life"))).isEmpty();
	}

	private static StandardEnvironment environment(String name) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of(name, "a till of many drawers")));
		return environment;
	}

}

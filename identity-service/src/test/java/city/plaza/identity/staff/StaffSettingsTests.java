package city.plaza.identity.staff;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StaffSettingsTests {

	@ParameterizedTest
	@CsvSource({ "not-an-address, a till of many drawers, Finley, Finance, finance, email",
			"f@city.example, hunter2, Finley, Finance, finance, password",
			"f@city.example, a till of many drawers, , Finance, finance, given-name",
			"f@city.example, a till of many drawers, Finley, <b>, finance, family-name",
			"f@city.example, a till of many drawers, Finley, Finance, ROLE_ADMIN, roles" })
	void nameWhatIsWrongAndNeverAPassword(String email, String password, String given, String family, String role,
			String property) {
		StaffSettings.Member member = new StaffSettings.Member(email, password, given, family, Set.of(role));
		assertThatIllegalArgumentException().isThrownBy(() -> new StaffSettings(List.of(member)))
			.withMessageContaining("plaza.identity.staff[0]." + property)
			.withMessageNotContaining(password);
	}

	@Test
	void printNoPassword() {
		StaffSettings.Member member = new StaffSettings.Member("f@city.example", "a till of many drawers", "Finley",
				"Finance", Set.of("finance"));
		assertThat(new StaffSettings(List.of(member)).toString()).contains("f@city.example")
			.doesNotContain("a till of many drawers");
	}

}

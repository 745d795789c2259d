package city.plaza.identity.staff;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

	@ParameterizedTest
	@CsvSource({ "f@city.example, f@city.example", "F@City.example, f@city.EXAMPLE",
			"f@city.example, ' f@city.example '" })
	void nameTwoMembersOfOneAddress(String one, String other) {
		List<StaffSettings.Member> members = List.of(member(one, "a till of many drawers"),
				member("g@city.example", "a till of many drawers"), member(other, "a drawer of many tills"));
		assertThatIllegalArgumentException().isThrownBy(() -> new StaffSettings(members))
			.withMessageContaining("plaza.identity.staff[2].email")
			.withMessageContaining("staff[0]")
			.withMessageNotContaining("tills");
	}

	@Test
	void letMembersHavePlusAddressesOfOneMailbox() {
		List<StaffSettings.Member> members = List.of(member("f+1@city.example", "a till of many drawers"),
				member("f+2@city.example", "a till of many drawers"));
		assertThat(new StaffSettings(members).staff()).hasSize(2);
		assertThat(new StaffSettings(List.of()).staff()).isEmpty();
	}

	/** Eight pictures are sixteen units of Java's and eight characters of a person's. */
	@ParameterizedTest
	@CsvSource({ "14, false", "15, true" })
	void countThePasswordsCharactersAsPeopleDo(int length, boolean taken) {
		StaffSettings.Member member = member("f@city.example", "\ud83e\udda2".repeat(length));
		assertThatCode(() -> new StaffSettings(List.of(member)))
			.satisfies((thrown) -> assertThat(thrown == null).isEqualTo(taken));
	}

	@ParameterizedTest
	@CsvSource({ "finance, true", "help-desk, true", "a, true", "'', false", "Finance, false", "ROLE_ADMIN, false",
			"-a, false", "a b, false", "finance1, false", "f\u0131nance, false" })
	void takeRolesAsTokensNameThem(String role, boolean taken) {
		StaffSettings.Member member = new StaffSettings.Member("f@city.example", "a till of many drawers", "Finley",
				"Finance", Set.of(role));
		assertThatCode(() -> new StaffSettings(List.of(member)))
			.satisfies((thrown) -> assertThat(thrown == null).isEqualTo(taken));
	}

	private static StaffSettings.Member member(String email, String password) {
		return new StaffSettings.Member(email, password, "Finley", "Finance", Set.of("finance"));
	}

	@Test
	void printNoPassword() {
		StaffSettings.Member member = new StaffSettings.Member("f@city.example", "a till of many drawers", "Finley",
				"Finance", Set.of("finance"));
		assertThat(new StaffSettings(List.of(member)).toString()).contains("f@city.example")
			.doesNotContain("a till of many drawers");
	}

}

package city.plaza.portal.staff;

import java.util.stream.Stream;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaffFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(PeopleController.INVITE);
		Texts.areCompleteFor(PeopleController.MEMBER);
		Texts.areCompleteFor(PersonController.FORM);
		Texts.areCompleteFor(JoinController.FORM);
	}

	@Test
	void showEveryProblemOfTheirOperations() {
		ReleasedApi identity = ReleasedApi.of("identity");
		assertThat(ReleasedApi.shownBy(PeopleController.INVITE)).containsAll(identity.problems("inviteStaff"));
		assertThat(ReleasedApi.shownBy(PersonController.FORM)).containsAll(identity.problems("removeStaff"))
			.containsAll(identity.problems("suspendStaff"))
			.containsAll(identity.problems("restoreStaff"));
		assertThat(ReleasedApi.shownBy(PeopleController.MEMBER)).containsAll(identity.problems("changeStaffRoles"));
		assertThat(ReleasedApi.shownBy(JoinController.FORM))
			.containsAll(identity.violations("acceptStaffInvitation", "password"));
	}

	@Test
	void nameEveryActionAndRole() {
		assertThat(Stream.concat(AuditForm.OF_IDENTITY.stream(), AuditForm.OF_BILLING.stream()))
			.allSatisfy((action) -> Texts.of("audit.action." + action));
		assertThat(StaffPeople.ROLES).allSatisfy((role) -> Texts.of("staff.role." + role))
			.allSatisfy((role) -> Texts.of("staff.role-hint." + role));
	}

	@Test
	void printNoSecret() {
		assertThat(new StaffPeople.Acceptance("t0ken", "Alex", "Example", "herons")).asString()
			.doesNotContain("t0ken", "herons");
		assertThat(new JoinController.JoinForm("Alex", "Example", "herons")).asString().doesNotContain("herons");
	}

}

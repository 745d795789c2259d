package city.plaza.portal.registration;

import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(RegisterController.FORM);
		Texts.areCompleteFor(ConfirmController.FORM);
	}

	@Test
	void showEveryProblemOfARegistration() {
		Set<String> codes = ReleasedApi.of("identity").problems("register", "sendAnotherCode", "confirmRegistration");
		assertThat(codes).contains("wrong-code", "too-many-codes", "too-many-tries");
		assertThat(ReleasedApi.shownBy(RegisterController.FORM, ConfirmController.FORM)).containsAll(codes);
	}

	@ParameterizedTest
	@CsvSource({ "email,email", "password,password", "givenName,givenName", "familyName,givenName" })
	void showEveryViolationOfAField(String field, String described) {
		Set<String> codes = ReleasedApi.of("identity").violations("register", described);
		assertThat(codes).contains("required").hasSizeGreaterThan(1);
		assertThat(violations(RegisterController.FORM, field)).containsAll(codes);
	}

	@Test
	void showThatACodeIsMissing() {
		assertThat(violations(ConfirmController.FORM, "code"))
			.containsAll(ReleasedApi.of("identity").violations("confirmRegistration", "code"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "none,''", " 1234 5678 ,12345678", "1234-5678,12345678", "12 ab,12ab" })
	void takeACodeAsPeoplePasteIt(String typed, String digits) {
		assertThat(new ConfirmController.CodeForm(typed).digits()).isEqualTo(digits);
	}

	@Test
	void neverShowThePasswordAgain() {
		RegisterController.RegisterForm form = new RegisterController.RegisterForm("a@example.com", "Robin", "Example",
				"correct horse battery staple");
		assertThat(form.withoutPassword())
			.isEqualTo(new RegisterController.RegisterForm("a@example.com", "Robin", "Example", null));
	}

	private static Set<String> violations(Form form, String field) {
		return form.refusals()
			.all()
			.stream()
			.filter((error) -> error.field().equals(field))
			.map(FormError::code)
			.collect(Collectors.toSet());
	}

}

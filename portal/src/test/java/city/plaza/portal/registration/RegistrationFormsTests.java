package city.plaza.portal.registration;

import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ServiceCodes;
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
		Set<String> codes = ServiceCodes.of("identity-service", "identity/registration");
		assertThat(codes).contains("wrong-code", "too-many-codes", "invalid-email");
		assertThat(ServiceCodes.shownBy(RegisterController.FORM, ConfirmController.FORM)).containsAll(codes);
	}

	@ParameterizedTest
	@CsvSource({ "password,identity/password/PasswordViolation.java", "givenName,identity/account/PersonName.java",
			"familyName,identity/account/PersonName.java" })
	void showEveryViolationOfAField(String field, String source) {
		Set<String> codes = ServiceCodes.ofEnum("identity-service", source);
		assertThat(codes).contains("required").hasSizeGreaterThan(2);
		assertThat(violations(RegisterController.FORM, field)).containsAll(codes);
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

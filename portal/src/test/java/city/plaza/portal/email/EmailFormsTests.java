package city.plaza.portal.email;

import java.util.Map;
import java.util.stream.Stream;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailFormsTests {

	static Stream<Map.Entry<Form, String>> forms() {
		return Stream.of(Map.entry(ConfirmEmailController.FORM, "confirmEmailChange"),
				Map.entry(ConfirmEmailController.FORM, "sendAnotherEmailChangeCode"));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void showsEveryProblemOfItsOperationInWords(Map.Entry<Form, String> form) {
		Texts.areCompleteFor(form.getKey());
		assertThat(ReleasedApi.shownBy(form.getKey()))
			.containsAll(ReleasedApi.of("identity").problems(form.getValue()));
	}

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(ChangeEmailController.FORM);
		assertThat(ReleasedApi.shownBy(ChangeEmailController.FORM)).containsExactlyInAnyOrder("required",
				"invalid-email", "same-email");
	}

}

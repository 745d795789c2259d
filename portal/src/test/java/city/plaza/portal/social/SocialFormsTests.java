package city.plaza.portal.social;

import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SocialFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(NewPersonController.CREATE);
		Texts.areCompleteFor(NewPersonController.JOIN);
		Texts.areCompleteFor(NewPersonController.EMAIL);
		Texts.areCompleteFor(MethodController.FORM);
	}

	@Test
	void neverShowThePasswordAgain() {
		NewPersonController.PersonForm form = new NewPersonController.PersonForm("a@example.com", "Robin", "Example",
				"correct horse battery staple");
		assertThat(form.withoutPassword())
			.isEqualTo(new NewPersonController.PersonForm("a@example.com", "Robin", "Example", null));
	}

}

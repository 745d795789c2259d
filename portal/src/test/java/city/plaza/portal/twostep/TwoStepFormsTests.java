package city.plaza.portal.twostep;

import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

class TwoStepFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(AppController.FORM);
		Texts.areCompleteFor(PasskeysController.FORM);
	}

}

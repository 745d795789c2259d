package city.plaza.portal.session;

import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

class AddPasskeyFormTests {

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(AddPasskeyController.FORM);
	}

}

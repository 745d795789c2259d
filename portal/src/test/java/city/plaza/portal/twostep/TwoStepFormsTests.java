package city.plaza.portal.twostep;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TwoStepFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(AppController.FORM);
		Texts.areCompleteFor(ProveController.FORM);
		Texts.areCompleteFor(PasskeysController.FORM);
	}

	@Test
	void showEveryProblemOfAProof() {
		assertThat(ReleasedApi.shownBy(ProveController.FORM)).contains("wrong-password", "too-many-tries");
	}

}

package city.plaza.portal.proof;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProofFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(ProveController.FORM);
	}

	@Test
	void showEveryProblemOfAProof() {
		assertThat(ReleasedApi.shownBy(ProveController.FORM)).contains("wrong-password", "too-many-tries");
	}

}

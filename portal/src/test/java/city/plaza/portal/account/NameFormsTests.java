package city.plaza.portal.account;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(NameController.FORM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "givenName", "familyName" })
	void showEverythingThatCanBeWrong(String field) {
		assertThat(ReleasedApi.shownBy(NameController.FORM))
			.containsAll(ReleasedApi.of("identity").violations("changeName", field));
	}

}

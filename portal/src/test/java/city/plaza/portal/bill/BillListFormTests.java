package city.plaza.portal.bill;

import java.util.Set;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsOfFormTests {

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(BillListController.FORM);
	}

	@Test
	void showsEveryProblemOfADate() {
		Set<String> codes = ReleasedApi.of("billing").problems("getBill");
		assertThat(codes).contains("invalid-date");
		assertThat(ReleasedApi.shownBy(BillListController.FORM)).containsAll(codes);
	}

	@Test
	void asksForTodayWhereNothingIsTyped() {
		AsOfForm form = new AsOfForm("");
		assertThat(form.errors().any()).isFalse();
		assertThat(form.date()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "6/15/2021,2021-06-15", "2021-06-15,2021-06-15", "12/1/2021,2021-12-01" })
	void sendsADateTheIsoWay(String typed, String sent) {
		AsOfForm form = new AsOfForm(typed);
		assertThat(form.errors().any()).isFalse();
		assertThat(form.date()).isEqualTo(sent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2/30/2021", "tomorrow", "15/6/2021", "6/15/21" })
	void refusesWhatIsNoDate(String typed) {
		assertThat(new AsOfForm(typed).errors().all()).containsExactly(FormError.of("asOf", "invalid-date"));
	}

}

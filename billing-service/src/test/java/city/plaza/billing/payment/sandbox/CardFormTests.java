package city.plaza.billing.payment.sandbox;

import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardFormTests {

	private static final YearMonth NOW = YearMonth.of(2026, 3);

	@ParameterizedTest
	@CsvSource({ "4242424242424242, ACCEPTED", "4242 4242 4242 4242, ACCEPTED", "4000-0000-0000-0002, DECLINED",
			"4000000000000119, FAILING" })
	void knowsTheDocumentedCards(String number, TestCard card) {
		assertThat(form(number, "04/29", "123", "R. Example").errors(NOW)).isEmpty();
		assertThat(form(number, "04/29", "123", "R. Example").card()).contains(card);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "4111111111111111", "42424242424242424", "x" })
	void refusesEveryOtherNumberOnThePage(String number) {
		assertThat(form(number, "04/29", "123", "R. Example").errors(NOW)).containsOnlyKeys("cardNumber");
	}

	@ParameterizedTest
	@ValueSource(strings = { "03/26", "3/26", "12/2030", "12 / 30", "1230" })
	void takesAnExpiryDateAsPeopleWriteIt(String expiry) {
		assertThat(form("4242424242424242", expiry, "123", "R. Example").errors(NOW)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "02/26", "13/30", "00/30", "2030", "soon" })
	void refusesAnExpiryDateThatIsPastOrNone(String expiry) {
		assertThat(form("4242424242424242", expiry, "123", "R. Example").errors(NOW)).containsOnlyKeys("expiry");
	}

	@Test
	void reportsEveryInvalidFieldInTheOrderOfThePage() {
		assertThat(form("1", "", "12", " ").errors(NOW).keySet()).containsExactly("cardNumber", "expiry", "cvc",
				"name");
	}

	@Test
	void neverShowsItself() {
		assertThat(form("4242424242424242", "04/29", "123", "R. Example")).asString().doesNotContain("4242", "123");
	}

	private static CardForm form(String number, String expiry, String cvc, String name) {
		return new CardForm(number, expiry, cvc, name);
	}

}

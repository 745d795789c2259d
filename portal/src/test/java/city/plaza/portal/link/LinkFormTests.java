package city.plaza.portal.link;

import java.util.Set;

import city.plaza.portal.client.Problems;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LinkFormTests {

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(LinkController.FORM);
	}

	@Test
	void showsEveryProblemOfALink() {
		Set<String> codes = ReleasedApi.of("account-link").problems("linkCustomer");
		assertThat(codes).contains("no-such-customer-account", "further-proof-required");
		assertThat(ReleasedApi.shownBy(LinkController.FORM)).containsAll(codes);
	}

	@Test
	void sendsNumberAndNameAsTyped() {
		LinkForm form = new LinkForm(" 100234 ", "customer, example", null, null, null);
		assertThat(form.errors("USD").any()).isFalse();
		assertThat(form.request("USD")).isEqualTo(new CustomerLinks.LinkRequest(" 100234 ", "customer, example", null));
	}

	@Test
	void ignoresABillThatThePageDidNotAskFor() {
		assertThat(new LinkForm("1", "A", null, "62825", "x").request("USD").bill()).isNull();
	}

	@Test
	void asksForABillOnlyAfterTheServiceDid() {
		LinkForm form = LinkForm.empty();
		assertThat(form.after(Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-customer-account")).withBill())
			.isNull();
		assertThat(form.after(Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "further-proof-required")).withBill())
			.isNotNull();
	}

	@Test
	void keepsAskingForTheBillAfterAnotherRefusal() {
		LinkForm form = withBill("62825", "1");
		assertThat(form.after(Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "further-proof-refused"))).isEqualTo(form);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "250|25000", "$1,250.50|125050", " 0.01 |1" })
	void sendsTheAmountOfTheBillInCents(String typed, long cents) {
		LinkForm form = withBill("62825", typed);
		assertThat(form.errors("USD").any()).isFalse();
		assertThat(form.request("USD").bill()).isEqualTo(new CustomerLinks.Bill("62825", new Money(cents, "USD")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "12345678901234567890123456789012345678901" })
	void refusesWhatIsNoBillNumber(String number) {
		assertThat(withBill(number, "250").errors("USD").all()).singleElement().satisfies((error) -> {
			assertThat(error).isEqualTo(FormError.of("billNumber", "required"));
			assertThat(Texts.of(error)).isEqualTo("Enter the bill number as shown on your bill");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a lot", "1.005", "1,2" })
	void refusesWhatIsNoAmount(String amount) {
		LinkForm form = withBill("62825", amount);
		assertThat(form.errors("USD").all()).singleElement().satisfies((error) -> {
			assertThat(error).isEqualTo(FormError.of("billAmount", "unreadable"));
			assertThat(Texts.of(error)).contains("in dollars and cents");
		});
		assertThatIllegalStateException().isThrownBy(() -> form.request("USD"));
	}

	@Test
	void namesBothFieldsOfTheBillWhereBothAreMissing() {
		assertThat(withBill(null, null).errors("USD").all()).extracting(FormError::field)
			.containsExactly("billNumber", "billAmount");
	}

	private static LinkForm withBill(@Nullable String number, @Nullable String amount) {
		return new LinkForm("100234", "EXAMPLE CUSTOMER", "true", number, amount);
	}

}

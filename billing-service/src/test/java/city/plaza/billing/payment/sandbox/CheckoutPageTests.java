package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckoutPageTests {

	private static final SandboxCheckout CHECKOUT = new SandboxCheckout("abc", PaymentId.random(),
			"City of <Fairhaven> & Co", "PLZ-7K4M-92QX", new Money(125000, "USD"),
			URI.create("http://localhost:8080/payments/1"), CheckoutState.OPEN, Instant.MAX, null);

	@Test
	void showsThatNoMoneyMovesAndWhatIsPaidToWhom() {
		assertThat(page(Map.of())).contains("Sandbox payment page - no real money",
				"City of &lt;Fairhaven&gt; &amp; Co", "$1,250.00", "PLZ-7K4M-92QX", "4242 4242 4242 4242",
				"4000 0000 0000 0002", "4000 0000 0000 0119");
	}

	@Test
	void isAPlainFormWithoutScriptOrInlineStyle() {
		assertThat(page(Map.of()))
			.contains("name=\"cardNumber\"", "name=\"expiry\"", "name=\"cvc\"", "name=\"name\"",
					"<form method=\"post\"", "lang=\"en\"", "width=device-width")
			.doesNotContain("<script", "<style", "style=", "onclick");
	}

	@Test
	void keepsTheInputBesideTheErrorsButNeverCardNumberOrCode() {
		String page = page(Map.of("name", "Enter the name on the card"));
		assertThat(page).contains("value=\"04/29\"", "value=\"&quot;&gt;&lt;b&gt;\"", "href=\"#name\"",
				"aria-describedby=\"name-error\"", "id=\"name-error\"", "<title>Error: ");
		assertThat(page).doesNotContain("5105105105105100", "987", "\"><b>");
	}

	private static String page(Map<String, String> errors) {
		return CheckoutPage.form(CHECKOUT, new CardForm("5105105105105100", "04/29", "987", "\"><b>"), errors);
	}

}

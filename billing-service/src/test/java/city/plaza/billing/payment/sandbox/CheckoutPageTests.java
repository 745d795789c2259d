package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.Translations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

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
		String page = page(Map.of("name", "malformed"));
		assertThat(page).contains("value=\"04/29\"", "value=\"&quot;&gt;&lt;b&gt;\"", "href=\"#name\"",
				"aria-describedby=\"name-error\"", "id=\"name-error\"", "<title>Error: ");
		assertThat(page).doesNotContain("5105105105105100", "987", "\"><b>");
	}

	@Test
	void speaksSpanish() {
		CheckoutPage spanish = new CheckoutPage(Language.SPANISH);
		String page = spanish.form(CHECKOUT, new CardForm("", "", "", ""),
				new CardForm("", "", "", "").errors(YearMonth.of(2026, 3)));
		assertThat(page).contains("lang=\"es\"", "Pagar $1,250.00", "Número de tarjeta", "Escriba un número de tarjeta",
				"Tarjetas de prueba", "el banco la rechaza");
		assertThat(page.replaceAll("<[^>]*>", "")).doesNotContainPattern("(?i)\\b(the|pay|card|enter|sandbox|any)\\b");
		assertThat(spanish.absent()).contains("No hay ninguna página de pago");
	}

	@Test
	void saysTheSameInEachLanguage() {
		Translations.areComplete("sandbox-provider/texts", "error.title", "error.prefix");
	}

	@ParameterizedTest
	@CsvSource({ "es, en-US, SPANISH", "en, es-MX, ENGLISH", "xx, es-MX, SPANISH", ", es-MX, SPANISH", ", , ENGLISH" })
	void takesTheLanguageThatWasChosenOrElseTheBrowsers(@Nullable String cookie, @Nullable String header,
			Language language) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/");
		if (cookie != null) {
			request.cookie(new HttpCookie("__Host-plaza-language", cookie));
		}
		if (header != null) {
			request.header("Accept-Language", header);
		}
		assertThat(CheckoutLanguage.of(request.build())).isEqualTo(language);
	}

	private static String page(Map<String, String> errors) {
		return new CheckoutPage(Language.ENGLISH).form(CHECKOUT,
				new CardForm("5105105105105100", "04/29", "987", "\"><b>"), errors);
	}

}

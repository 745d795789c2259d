package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import city.plaza.platform.testing.Translations;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The sandbox's pages, cards and settings at their limits. */
class CheckoutPagesTests {

	private static final Pattern TAG = Pattern.compile("<[^>]*>");

	private static final CheckoutPage PAGE = new CheckoutPage(Language.ENGLISH);

	private static final YearMonth NOW = YearMonth.of(2026, 3);

	/** Whatever a name holds, the page has the same elements. */
	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\" autofocus onfocus=\"alert(1)", "'><img src=x>",
			"&lt;b&gt;", "--><!--", "]]>", "%s %d %n %1$s", "\u202Eevil", "\uD83D\uDE00", "\uD83D", "\u0000", "a\r\nb",
			"&#x3c;b>", "${7*7}", "{{7*7}}" })
	void noTextBreaksOutOfItsPlace(String text) {
		SandboxCheckout plain = checkout(CheckoutState.OPEN, "City", "PLZ-1");
		SandboxCheckout evil = checkout(CheckoutState.OPEN, text, text);
		CardForm form = new CardForm(text, text, text, text);
		Map<String, String> errors = form.errors(NOW);
		String page = PAGE.form(evil, form, errors);
		CardForm harmless = new CardForm("x", "x", "x", "x");
		assertThat(structure(page)).isEqualTo(structure(PAGE.form(plain, harmless, errors)));
		SandboxCheckout over = checkout(CheckoutState.PAID, text, text);
		assertThat(structure(PAGE.over(over)))
			.isEqualTo(structure(PAGE.over(checkout(CheckoutState.PAID, "City", "PLZ-1"))));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
	void aPageThatIsOverLeadsBackAndAsksForNothing(CheckoutState state) {
		String page = PAGE.over(checkout(state, "City of Fairhaven", "PLZ-1"));
		assertThat(page).contains("href=\"https://plaza.example/payments/1?a=1&amp;b=2\"", "Back to City of Fairhaven")
			.doesNotContain("<form", "<input", "<button");
		assertThat(CheckoutState.of(state.code())).isEqualTo(state);
	}

	@Test
	void eachEndHasWordsOfItsOwn() {
		assertThat(Arrays.stream(CheckoutState.values())
			.filter((state) -> state != CheckoutState.OPEN)
			.map((state) -> PAGE.over(checkout(state, "City", "PLZ-1")))
			.distinct()).hasSize(5);
		assertThatIllegalStateException().isThrownBy(() -> PAGE.over(checkout(CheckoutState.OPEN, "City", "PLZ-1")));
		assertThat(PAGE.absent()).contains("There is no payment page");
	}

	@Test
	void everyErrorStandsInTheSummaryAndBesideItsField() {
		Map<String, String> errors = new CardForm("", "", "", "").errors(NOW);
		assertThat(errors).containsOnlyKeys("cardNumber", "expiry", "cvc", "name");
		String page = PAGE.form(checkout(CheckoutState.OPEN, "City", "PLZ-1"), new CardForm("", "", "", ""), errors);
		Map<String, String> texts = Translations.texts("sandbox-provider/texts.properties");
		errors.forEach((field, code) -> {
			String message = texts.get("error." + field + "." + code);
			assertThat(page).contains("<a href=\"#" + field + "\">" + message + "</a>", "id=\"" + field + "\"",
					"id=\"" + field + "-error\"", "aria-describedby=\"" + field + "-error\"");
			assertThat(page.split(Pattern.quote(message), -1)).hasSize(3);
		});
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({ "1, USD, $0.01", "125000, USD, '$1,250.00'", "99999999999, USD, '$999,999,999.99'",
			"250, JPY, \u00A5250", "1234, KWD, KWD" })
	void showsTheAmountAsItsCurrencyIsWritten(long minor, String currency, String shown) {
		SandboxCheckout checkout = new SandboxCheckout("abc", PaymentId.random(), "City", "PLZ-1",
				new Money(minor, currency), URI.create("https://plaza.example/"), CheckoutState.OPEN, Instant.MAX,
				null);
		String page = PAGE.form(checkout, new CardForm("", "", "", ""), Map.of());
		assertThat(page.replace("&yen;", "\u00A5")).contains("Pay " + shown);
	}

	/** Every month there is, in each form that people write. */
	@Test
	void anExpiryDateIsPastOnlyAfterItsMonth() {
		Map<String, String> wrong = new LinkedHashMap<>();
		for (YearMonth month = YearMonth.of(2020, 1); month
			.isBefore(YearMonth.of(2100, 1)); month = month.plusMonths(1)) {
			for (String form : new String[] { "%02d/%02d", "%d/%02d", "%02d / %02d", "%02d-%02d", "%02d%02d",
					"%02d/20%02d", "%02d 20%02d", " %02d/%02d " }) {
				String expiry = form.formatted(month.getMonthValue(), month.getYear() % 100);
				boolean isRefused = !new CardForm("4242424242424242", expiry, "123", "R. Example").errors(NOW)
					.isEmpty();
				if (isRefused != month.isBefore(NOW)) {
					wrong.put(expiry, month.toString());
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "123, true", "1234, true", "12, false", "12345, false", "' 123 ', true", "12a, false",
			"\u0661\u0662\u0663, false", "1 23, false" })
	void theSecurityCodeIsThreeOrFourDigits(String code, boolean isGood) {
		assertThat(new CardForm("4242424242424242", "04/29", code, "R. Example").errors(NOW).isEmpty())
			.isEqualTo(isGood);
	}

	@ParameterizedTest
	@CsvSource({ "1, true", "100, true", "101, false", "100000, false" })
	void aNameHasUpToAHundredCharacters(int length, boolean isGood) {
		assertThat(new CardForm("4242424242424242", "04/29", "123", "x".repeat(length)).errors(NOW).isEmpty())
			.isEqualTo(isGood);
	}

	/**
	 * Else the form of a browser or a phone would refuse them before the sandbox does.
	 */
	@ParameterizedTest
	@EnumSource
	void aTestCardHasACheckDigitAndIsShownInGroups(TestCard card) {
		String digits = card.grouped().replace(" ", "");
		assertThat(card.grouped()).matches("[0-9]{4}( [0-9]{4}){3}");
		assertThat(TestCard.of(digits)).contains(card);
		assertThat(card.method()).isEqualTo(new PaymentMethod("visa", digits.substring(12)));
		int sum = 0;
		for (int at = 0; at < 16; at++) {
			int digit = digits.charAt(15 - at) - '0';
			sum += (at % 2 == 0) ? digit : (digit * 2) / 10 + (digit * 2) % 10;
		}
		assertThat(sum % 10).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://plaza.example/checkouts", "https://plaza.example/checkouts/" })
	void aPageStandsBelowItsAddress(String address) {
		SandboxSettings settings = new SandboxSettings(URI.create(address), null, "secret-of-the-sandbox",
				Duration.ofSeconds(1), LocalText.of("City"));
		assertThat(settings.page("a-b_c")).isEqualTo(URI.create("https://plaza.example/checkouts/a-b_c"));
		assertThat(settings.toString()).doesNotContain("secret-of-the-sandbox");
	}

	@Test
	void aPayeeItKnowsIsNamedInTheLanguageOfThePayer() {
		SandboxSettings settings = new SandboxSettings(URI.create("https://plaza.example/"), null, "secret",
				Duration.ofSeconds(1), new LocalText("City of Fairhaven", "Ciudad de Fairhaven"));
		assertThat(settings.payee("City of Fairhaven", Language.SPANISH)).isEqualTo("Ciudad de Fairhaven");
		assertThat(settings.payee("City of Fairhaven", Language.ENGLISH)).isEqualTo("City of Fairhaven");
		assertThat(settings.payee("Another City", Language.SPANISH)).isEqualTo("Another City");
	}

	@ParameterizedTest(name = "secret ''{0}'', every {1} ms: {2}")
	@CsvSource({ "secret, 50, ", "'', 50, secret", "' ', 50, secret", "secret, 49, deliveryInterval" })
	void theSandboxNeedsASecretAndAPause(String secret, long millis, String field) {
		Set<String> violations = Validation.buildDefaultValidatorFactory()
			.getValidator()
			.validate(new SandboxSettings(URI.create("https://plaza.example/"), null, secret, Duration.ofMillis(millis),
					LocalText.of("City")))
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
		assertThat(violations).isEqualTo((field != null) ? Set.of(field) : Set.of());
	}

	@ParameterizedTest(name = "''{0}'': {1}")
	@CsvSource({ "evt_1, true", "'', false", "'a b', false", "\u00E9, false", "'a\n', false", "~!, true" })
	void anEventHasAnIdOfVisibleCharacters(String id, boolean isGood) {
		if (isGood) {
			assertThat(new NotificationBody(id, "checkout.paid", PaymentId.random()).id()).isEqualTo(id);
			return;
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NotificationBody(id, "checkout.paid", PaymentId.random()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NotificationBody("x".repeat(201), "checkout.paid", PaymentId.random()));
	}

	/** The elements of a page without what stands between and in their attributes. */
	private static String structure(String page) {
		return TAG.matcher(page)
			.results()
			.map((tag) -> tag.group().replaceAll("\"[^\"]*\"", "\"\""))
			.collect(Collectors.joining("\n"));
	}

	private static SandboxCheckout checkout(CheckoutState state, String payee, String reference) {
		return new SandboxCheckout("abc", PaymentId.random(), payee, reference, new Money(125_000, "USD"),
				URI.create("https://plaza.example/payments/1?a=1&b=2"), state, Instant.MAX, null);
	}

}

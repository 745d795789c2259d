package city.plaza.billing.payment.sandbox;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.billing.money.Money;

import org.springframework.web.util.HtmlUtils;

/**
 * The sandbox's pages: plain HTML, no script, no style in the page.
 */
final class CheckoutPage {

	private static final String FRAME = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="robots" content="noindex">
			<title>%s</title>
			<link rel="stylesheet" href="/sandbox-provider/style.css">
			</head>
			<body>
			<header><p>Sandbox payment page - no real money</p></header>
			<main>
			%s</main>
			</body>
			</html>
			""";

	private CheckoutPage() {
	}

	static String form(SandboxCheckout checkout, CardForm form, Map<String, String> errors) {
		String amount = escaped(amount(checkout.amount()));
		// A card number or security code never goes back into a page.
		String fields = field("cardNumber", "Card number", "", errors,
				"inputmode=\"numeric\" autocomplete=\"cc-number\"")
				+ field("expiry", "Expiry date (month / year, such as 04/29)", form.expiry(), errors,
						"autocomplete=\"cc-exp\" class=\"short\"")
				+ field("cvc", "Security code (CVC)", "", errors,
						"inputmode=\"numeric\" autocomplete=\"cc-csc\" class=\"short\"")
				+ field("name", "Name on card", form.name(), errors, "autocomplete=\"cc-name\"");
		String body = """
				%s<h1>Pay %s</h1>
				%s<form method="post" novalidate>
				%s<div class="buttons">
				<button type="submit" name="action" value="pay">Pay %s</button>
				<button type="submit" name="action" value="cancel" class="secondary">Cancel</button>
				</div>
				</form>
				<section aria-labelledby="cards">
				<h2 id="cards">Test cards</h2>
				<p>Use any security code, any name and any expiry date to come.</p>
				<ul>
				%s</ul>
				</section>
				""".formatted(summary(errors), amount, order(checkout), fields, amount, cards());
		return FRAME.formatted((errors.isEmpty() ? "" : "Error: ") + "Pay " + amount + " - Sandbox payment page", body);
	}

	static String over(SandboxCheckout checkout) {
		String what = switch (checkout.state()) {
			case OPEN -> throw new IllegalStateException("Not over");
			case PAID -> "This payment is done";
			case DECLINED -> "The card was declined";
			case PROCESSING_ERROR -> "The payment could not be processed";
			case CANCELLED -> "This payment was cancelled";
			case EXPIRED -> "The time to pay on this page is over";
		};
		return FRAME.formatted(what + " - Sandbox payment page", """
				<h1>%s</h1>
				%s<p><a href="%s">Back to %s</a></p>
				""".formatted(what, order(checkout), escaped(checkout.returnAddress().toString()),
				escaped(checkout.payee())));
	}

	static String absent() {
		return FRAME.formatted("No such payment page - Sandbox payment page", """
				<h1>There is no payment page at this address</h1>
				<p>Go back to where you started the payment and start it again.</p>
				""");
	}

	private static String order(SandboxCheckout checkout) {
		return """
				<dl>
				<div><dt>Pay to</dt><dd>%s</dd></div>
				<div><dt>Amount</dt><dd>%s</dd></div>
				<div><dt>Reference</dt><dd>%s</dd></div>
				</dl>
				""".formatted(escaped(checkout.payee()), escaped(amount(checkout.amount())),
				escaped(checkout.reference()));
	}

	private static String field(String name, String label, String value, Map<String, String> errors,
			String attributes) {
		String error = errors.get(name);
		String shown = (error == null) ? ""
				: "<p class=\"error\" id=\"%s-error\"><span class=\"hidden\">Error:</span> %s</p>%n".formatted(name,
						error);
		String linked = (error == null) ? "" : " aria-invalid=\"true\" aria-describedby=\"%s-error\"".formatted(name);
		return """
				<div class="field">
				<label for="%1$s">%2$s</label>
				%3$s<input type="text" id="%1$s" name="%1$s" value="%4$s" required %5$s%6$s>
				</div>
				""".formatted(name, label, shown, escaped(value), attributes, linked);
	}

	private static String summary(Map<String, String> errors) {
		if (errors.isEmpty()) {
			return "";
		}
		String items = errors.entrySet()
			.stream()
			.map((error) -> "<li><a href=\"#%s\">%s</a></li>%n".formatted(error.getKey(), error.getValue()))
			.collect(Collectors.joining());
		return """
				<div class="summary" role="alert" aria-labelledby="summary">
				<h2 id="summary">There is a problem</h2>
				<ul>
				%s</ul>
				</div>
				""".formatted(items);
	}

	private static String cards() {
		return Arrays.stream(TestCard.values())
			.map((card) -> "<li><code>%s</code> %s</li>%n".formatted(card.grouped(), card.what()))
			.collect(Collectors.joining());
	}

	private static String amount(Money money) {
		NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
		format.setCurrency(Currency.getInstance(money.currency()));
		return format.format(new java.math.BigDecimal(money.toDecimal()));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text);
	}

}

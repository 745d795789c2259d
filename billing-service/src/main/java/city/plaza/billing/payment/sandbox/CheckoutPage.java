package city.plaza.billing.payment.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.billing.money.Money;
import city.plaza.platform.messages.Formats;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;

import org.springframework.web.util.HtmlUtils;

/**
 * The sandbox's pages in the payer's language: plain HTML, no script, no style in the
 * page.
 */
final class CheckoutPage {

	private static final Messages TEXTS = new Messages("sandbox-provider/texts");

	private final Language language;

	CheckoutPage(Language language) {
		this.language = language;
	}

	Language language() {
		return this.language;
	}

	String form(SandboxCheckout checkout, CardForm form, Map<String, String> errors) {
		String amount = amount(checkout.amount());
		// A card number or security code never goes back into a page.
		String fields = field("cardNumber", "", errors, "inputmode=\"numeric\" autocomplete=\"cc-number\"")
				+ field("expiry", form.expiry(), errors, "autocomplete=\"cc-exp\" class=\"short\"")
				+ field("cvc", "", errors, "inputmode=\"numeric\" autocomplete=\"cc-csc\" class=\"short\"")
				+ field("name", form.name(), errors, "autocomplete=\"cc-name\"");
		String title = plain("pay.title", amount);
		String body = """
				%s<h1>%s</h1>
				%s<form method="post" novalidate>
				%s<div class="buttons">
				<button type="submit" name="action" value="pay">%s</button>
				<button type="submit" name="action" value="cancel" class="secondary">%s</button>
				</div>
				</form>
				<section aria-labelledby="cards">
				<h2 id="cards">%s</h2>
				<p>%s</p>
				<ul>
				%s</ul>
				</section>
				""".formatted(summary(errors), escaped(title), order(checkout), fields, text("pay.submit", amount),
				text("pay.cancel"), text("cards.title"), text("cards.text"), cards());
		return page(errors.isEmpty() ? title : plain("error.title", title), body);
	}

	String over(SandboxCheckout checkout) {
		if (checkout.state() == CheckoutState.OPEN) {
			throw new IllegalStateException("Not over");
		}
		String title = plain("over." + checkout.state().code());
		return page(title, """
				<h1>%s</h1>
				%s<p><a href="%s">%s</a></p>
				""".formatted(escaped(title), order(checkout), escaped(checkout.returnAddress().toString()),
				text("over.back", checkout.payee())));
	}

	String absent() {
		return page(plain("absent.title"), """
				<h1>%s</h1>
				<p>%s</p>
				""".formatted(text("absent.title"), text("absent.text")));
	}

	private String page(String title, String body) {
		return """
				<!DOCTYPE html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="robots" content="noindex">
				<title>%s</title>
				<link rel="stylesheet" href="/sandbox-provider/style.css">
				</head>
				<body>
				<header><p>%s</p></header>
				<main>
				%s</main>
				</body>
				</html>
				""".formatted(this.language.tag(), text("title", title), text("banner"), body);
	}

	private String order(SandboxCheckout checkout) {
		return """
				<dl>
				<div><dt>%s</dt><dd>%s</dd></div>
				<div><dt>%s</dt><dd>%s</dd></div>
				<div><dt>%s</dt><dd>%s</dd></div>
				</dl>
				""".formatted(text("pay.payee"), escaped(checkout.payee()), text("pay.amount"),
				escaped(amount(checkout.amount())), text("pay.reference"), escaped(checkout.reference()));
	}

	private String field(String name, String value, Map<String, String> errors, String attributes) {
		String error = errors.get(name);
		String shown = (error == null) ? ""
				: "<p class=\"error\" id=\"%s-error\"><span class=\"hidden\">%s</span> %s</p>%n".formatted(name,
						text("error.prefix"), text("error." + name + "." + error));
		String linked = (error == null) ? "" : " aria-invalid=\"true\" aria-describedby=\"%s-error\"".formatted(name);
		return """
				<div class="field">
				<label for="%1$s">%2$s</label>
				%3$s<input type="text" id="%1$s" name="%1$s" value="%4$s" required %5$s%6$s>
				</div>
				""".formatted(name, text("field." + name), shown, escaped(value), attributes, linked);
	}

	private String summary(Map<String, String> errors) {
		if (errors.isEmpty()) {
			return "";
		}
		String items = errors.entrySet()
			.stream()
			.map((error) -> "<li><a href=\"#%s\">%s</a></li>%n".formatted(error.getKey(),
					text("error." + error.getKey() + "." + error.getValue())))
			.collect(Collectors.joining());
		return """
				<div class="summary" role="alert" aria-labelledby="summary">
				<h2 id="summary">%s</h2>
				<ul>
				%s</ul>
				</div>
				""".formatted(text("errors.title"), items);
	}

	private String cards() {
		return Arrays.stream(TestCard.values())
			.map((card) -> "<li><code>%s</code> %s</li>%n".formatted(card.grouped(),
					text("card." + card.outcome().code())))
			.collect(Collectors.joining());
	}

	private static String amount(Money money) {
		return Formats.money(money.amount(), money.currency());
	}

	private String plain(String key, Object... values) {
		return TEXTS.text(this.language, key, values);
	}

	private String text(String key, Object... values) {
		return escaped(plain(key, values));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}

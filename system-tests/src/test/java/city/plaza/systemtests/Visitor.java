package city.plaza.systemtests;

import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A person before a browser: with a mouse, or with nothing but the keyboard. */
final class Visitor implements AutoCloseable {

	private static final LocatorAssertions.ContainsTextOptions LONG = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(30_000);

	private final URI gateway;

	private final Wording wording;

	private final boolean keyboard;

	private final Browser browser;

	private final Page page;

	private Visitor(URI gateway, String language, boolean keyboard, boolean scripts) {
		this.gateway = gateway;
		this.wording = new Wording(language);
		this.keyboard = keyboard;
		this.browser = new Browser(language, scripts);
		this.page = this.browser.page();
	}

	static Visitor withMouse(URI gateway, String language) {
		return new Visitor(gateway, language, false, true);
	}

	static Visitor withKeyboard(URI gateway, String language) {
		return new Visitor(gateway, language, true, true);
	}

	/** In a browser that runs no script. */
	static Visitor withoutScripts(URI gateway, String language) {
		return new Visitor(gateway, language, false, false);
	}

	Page page() {
		return this.page;
	}

	Locator main() {
		return this.page.locator("main");
	}

	void go(String path) {
		this.page.navigate(this.gateway + path);
	}

	void look(String name) {
		this.browser.look(name);
	}

	void type(String field, String text) {
		Locator control = this.page.locator("#" + field);
		if (this.keyboard) {
			this.browser.tabTo(control);
			this.page.keyboard().type(text);
		}
		else {
			control.fill(text);
		}
	}

	void lookAtForeign(String name) {
		this.browser.lookAtForeign(name);
	}

	/** Presses the button of this text. */
	void press(String key) {
		press(button(key));
	}

	void press(Locator control) {
		if (this.keyboard) {
			this.browser.tabTo(control);
			this.page.keyboard().press("Enter");
		}
		else {
			control.click();
		}
	}

	Locator button(String key) {
		return this.page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName(this.wording.text(key)).setExact(true));
	}

	void sees(String key) {
		assertThat(main()).containsText(this.wording.text(key), LONG);
	}

	void seesText(String text) {
		assertThat(main()).containsText(text, LONG);
	}

	void heading(String key) {
		assertThat(this.page.locator("h1")).containsText(this.wording.text(key), LONG);
	}

	void signIn(String email, String password) {
		go("/sign-in");
		type("email", email);
		type("password", password);
		press("sign-in.submit");
		this.page.waitForURL((address) -> !address.contains("/sign-in"));
	}

	/** On the page of the sandbox's provider. */
	void payByCard(String number) {
		type("cardNumber", number);
		type("expiry", YearMonth.now(ZoneOffset.UTC).plusYears(3).format(DateTimeFormatter.ofPattern("MM/yy")));
		type("cvc", "123");
		type("name", "Sam Scene");
		press(this.page.locator("main button[type=submit]").first());
	}

	@Override
	public void close() {
		this.browser.close();
	}

}

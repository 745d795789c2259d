package city.plaza.systemtests;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The main job as a resident does it, in a browser. */
class BrowserIT {

	private static final LocatorAssertions.ContainsTextOptions LONG = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(30_000);

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	private Browser browser;

	private Page page;

	@BeforeEach
	void open() throws InterruptedException {
		this.browser = new Browser();
		this.page = this.browser.page();
		this.scene.importBills();
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void aResidentRegistersLinksLooksAndPays() throws InterruptedException {
		register();
		signOutAndIn();
		link();
		seeBills();
		pay();
		seeThatItIsPending();
	}

	@Test
	void aDeclinedCardIsReportedAndTheBillStaysFree() throws InterruptedException {
		register();
		link();
		go("/bills/" + this.scene.customer.secondBill() + "/pay");
		press("Continue to payment");
		fillInCard("4000 0000 0000 0002");
		heading("Your card was declined");
		this.browser.look("payment-declined");
		go("/bills/" + this.scene.customer.secondBill() + "/pay");
		assertThat(button("Continue to payment")).isVisible();
	}

	@Test
	void theInboxAndTheApiPagesCanBeSeen() {
		go("/dev/inbox");
		heading("Local inbox");
		this.browser.look("inbox");
	}

	private void register() throws InterruptedException {
		go("/");
		this.browser.look("welcome");
		go("/register");
		press("Sign up");
		assertThat(this.page.getByRole(AriaRole.ALERT)).containsText("There is a problem");
		this.browser.look("register-errors");
		this.page.fill("#email", this.scene.email);
		this.page.fill("#givenName", "Sam");
		this.page.fill("#familyName", "Scene");
		this.page.fill("#password", Scene.PASSWORD);
		press("Sign up");
		heading("Check your email");
		this.browser.look("confirm");
		this.page.fill("#code", this.scene.inbox.awaitCode(this.scene.email));
		press("Confirm");
		this.page.waitForURL(Pattern.compile("^(?!.*/confirm).*$"));
		this.browser.look("registered");
	}

	private void signOutAndIn() {
		go("/sign-in");
		this.page.context().clearCookies();
		go("/sign-in");
		this.browser.look("sign-in");
		this.page.fill("#email", this.scene.email);
		this.page.fill("#password", Scene.PASSWORD);
		press("Sign in");
		this.page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
	}

	private void link() {
		go("/linked-accounts/new");
		this.browser.look("link");
		this.page.fill("#number", this.scene.customer.account());
		this.page.fill("#name", this.scene.customer.name());
		press("Submit");
		assertThat(this.page.locator("main")).containsText(this.scene.customer.number(), LONG);
		this.browser.look("linked");
	}

	private void seeBills() {
		go("/customers/" + this.scene.customer.number());
		heading("Customer information");
		this.browser.look("customer");
		go("/customers/" + this.scene.customer.number() + "/bills?asOf=6/15/2021");
		Locator main = this.page.locator("main");
		assertThat(main).containsText("2 Bill(s) found");
		assertThat(main).containsText("bill years 2015 to 2026 only");
		assertThat(main).containsText("$500.00");
		assertThat(main).containsText("pending web payment exists");
		this.browser.look("bills");
		go("/bills/" + this.scene.customer.firstBill());
		assertThat(main).containsText("$250.00");
		this.browser.look("bill");
	}

	private void pay() {
		go("/bills/" + this.scene.customer.firstBill() + "/pay");
		heading("Check your answers before you pay");
		this.browser.look("check-answers");
		press("Continue to payment");
		this.page.waitForURL("**/sandbox-provider/**");
		this.browser.look("hosted-page");
		fillInCard("4242 4242 4242 4242");
		heading("Payment received");
		this.browser.look("payment-sent");
	}

	private void seeThatItIsPending() throws InterruptedException {
		go("/customers/" + this.scene.customer.number() + "/bills?asOf=6/15/2021");
		assertThat(this.page.locator("table .plaza-pending")).hasCount(1);
		assertThat(this.page.locator("main")).containsText("$500.00");
		this.browser.look("bills-pending");
		go("/payments");
		heading("My payments");
		this.browser.look("payments");
		this.scene.inbox.awaitMention(this.scene.email, "PLZ-");
	}

	private void fillInCard(String number) {
		this.page.fill("#cardNumber", number);
		this.page.fill("#expiry",
				YearMonth.now(ZoneOffset.UTC).plusYears(3).format(DateTimeFormatter.ofPattern("MM/yy")));
		this.page.fill("#cvc", "123");
		this.page.fill("#name", "Sam Scene");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Pay"))).click();
	}

	private void go(String path) {
		this.page.navigate(this.suite.gateway() + path);
	}

	private void press(String name) {
		button(name).click();
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private void heading(String text) {
		assertThat(this.page.locator("h1")).containsText(text, LONG);
	}

}

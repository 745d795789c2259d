package city.plaza.systemtests;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The main job as residents do it in a browser, in both languages. */
@OnRunningSuite
class BrowserIT {

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	private Visitor visitor;

	@BeforeEach
	void importBills() throws InterruptedException {
		this.scene.importBills();
	}

	@AfterEach
	void close() {
		if (this.visitor != null) {
			this.visitor.close();
		}
	}

	@Test
	void aResidentRegistersLinksLooksAndPays() throws InterruptedException {
		this.visitor = Visitor.withMouse(this.suite.gateway(), "en");
		mainJob();
	}

	@Test
	void theSameInSpanishWithNothingButTheKeyboard() throws InterruptedException {
		this.visitor = Visitor.withKeyboard(this.suite.gateway(), "es");
		mainJob();
	}

	@Test
	void theSameWithoutScripts() throws InterruptedException {
		this.visitor = Visitor.withoutScripts(this.suite.gateway(), "en");
		mainJob();
		this.visitor.go("/payments");
		this.visitor.press(this.visitor.main().locator("table a").first());
		this.visitor.heading("payment.title.sent");
		// Only a script shows this button.
		assertThat(this.visitor.page().locator("[data-print]")).isHidden();
	}

	@Test
	void aDeclinedCardIsReportedAndTheBillStaysFree() throws InterruptedException {
		this.scene.registerAndLink();
		this.visitor = Visitor.withMouse(this.suite.gateway(), "en");
		this.visitor.signIn(this.scene.email, Scene.PASSWORD);
		this.visitor.go("/bills/" + this.scene.customer.secondBill() + "/pay");
		this.visitor.press("pay.amounts.submit");
		this.visitor.press("pay.submit");
		this.visitor.payByCard("4000 0000 0000 0002");
		this.visitor.heading("payment.title.declined");
		this.visitor.look("payment-declined");
		this.visitor.go("/bills/" + this.scene.customer.secondBill() + "/pay");
		assertThat(this.visitor.button("pay.amounts.submit")).isVisible();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "es" })
	void aBillIsFoundWithoutAnAccount(String language) {
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		this.visitor.go("/bill-search");
		this.visitor.type("customerNumber", this.scene.customer.number());
		this.visitor.type("billNumber", this.scene.customer.secondBill() + "0");
		this.visitor.press("lookup.submit");
		assertThat(this.visitor.page().getByRole(AriaRole.ALERT)).isVisible();
		this.visitor.look("bill-search-errors");
		this.visitor.page().fill("#billNumber", this.scene.customer.secondBill());
		this.visitor.press("lookup.submit");
		assertThat(this.visitor.main()).containsText(this.scene.customer.secondBill());
		this.visitor.page().reload();
		assertThat(this.visitor.main()).containsText("$250.00");
		assertThat(this.visitor.main()).not().containsText(this.scene.customer.name());
		this.visitor.look("bill-found");
		this.visitor.press("lookup.close");
		this.visitor.go("/bill-search/bill");
		this.visitor.heading("lookup.title");
	}

	@Test
	void theInboxCanBeSeen() {
		this.visitor = Visitor.withMouse(this.suite.gateway(), "en");
		this.visitor.go("/dev/inbox");
		assertThat(this.visitor.page().locator("h1")).containsText("Local inbox");
		this.visitor.lookAtForeign("inbox");
	}

	private void mainJob() throws InterruptedException {
		register();
		signOutAndIn();
		link();
		seeBills();
		pay();
		seeThatItIsPending();
	}

	private void register() throws InterruptedException {
		this.visitor.go("/register");
		this.visitor.press("register.submit");
		assertThat(this.visitor.page().getByRole(AriaRole.ALERT)).isVisible();
		this.visitor.look("register-errors");
		this.visitor.type("email", this.scene.email);
		this.visitor.type("givenName", "Sam");
		this.visitor.type("familyName", "Scene");
		this.visitor.type("password", Scene.PASSWORD);
		this.visitor.press("register.submit");
		this.visitor.heading("confirm.title");
		this.visitor.look("confirm");
		this.visitor.type("code", this.scene.inbox.awaitCode(this.scene.email));
		this.visitor.press("confirm.submit");
		this.visitor.page().waitForURL((address) -> !address.contains("/confirm"));
		this.visitor.look("registered");
	}

	private void signOutAndIn() {
		this.visitor.page().context().clearCookies();
		this.visitor.signIn(this.scene.email, Scene.PASSWORD);
	}

	private void link() {
		this.visitor.go("/linked-accounts/new");
		this.visitor.look("link");
		this.visitor.type("number", this.scene.customer.account());
		this.visitor.type("name", this.scene.customer.name());
		this.visitor.press("link.submit");
		assertThat(this.visitor.main()).containsText(this.scene.customer.number());
		this.visitor.look("linked");
	}

	private void seeBills() {
		this.visitor.go("/customers/" + this.scene.customer.number());
		this.visitor.heading("customer.title");
		this.visitor.look("customer");
		this.visitor.go(billsOfThen());
		assertThat(this.visitor.main()).containsText("$500.00");
		this.visitor.sees("bills.pending");
		this.visitor.look("bills");
		this.visitor.go("/bills/" + this.scene.customer.firstBill());
		assertThat(this.visitor.main()).containsText("$250.00");
		this.visitor.look("bill");
	}

	private void pay() {
		this.visitor.go("/bills/" + this.scene.customer.firstBill() + "/pay");
		this.visitor.heading("pay.amounts.title");
		this.visitor.look("pay-amount");
		this.visitor.press("pay.amounts.submit");
		this.visitor.heading("pay.heading");
		this.visitor.look("check-answers");
		this.visitor.press("pay.submit");
		this.visitor.page().waitForURL("**/sandbox-provider/**");
		this.visitor.look("hosted-page");
		this.visitor.payByCard("4242 4242 4242 4242");
		this.visitor.heading("payment.title.sent");
		this.visitor.look("payment-sent");
	}

	private void seeThatItIsPending() throws InterruptedException {
		this.visitor.go(billsOfThen());
		assertThat(this.visitor.page().locator("table .plaza-pending")).hasCount(1);
		assertThat(this.visitor.main()).containsText("$500.00");
		this.visitor.look("bills-pending");
		this.visitor.go("/payments");
		this.visitor.heading("payments.title");
		this.visitor.look("payments");
		this.visitor.go("/");
		assertThat(this.visitor.main()).containsText("$250.00");
		this.visitor.look("home-signed-in");
		this.scene.inbox.awaitMention(this.scene.email, "PLZ-");
	}

	private String billsOfThen() {
		return "/customers/" + this.scene.customer.number() + "/bills?asOf=6/15/2021";
	}

}

package city.plaza.systemtests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A registration completed in a browser, step by step, with each step's errors. */
@OnRunningSuite
class CompletionBrowserIT {

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	private Visitor visitor;

	@AfterEach
	void close() {
		if (this.visitor != null) {
			this.visitor.close();
		}
	}

	@Test
	void aResidentDrawsTheSignature() throws InterruptedException {
		this.visitor = Visitor.withMouse(this.suite.gateway(), "en");
		this.scene.register();
		begin();
		goBackAndResumeElsewhere();
		draw();
		finish();
	}

	@Test
	void anotherTypesItInSpanishWithTheKeyboard() throws InterruptedException {
		this.visitor = Visitor.withKeyboard(this.suite.gateway(), "es");
		this.scene.register();
		begin();
		type();
		finish();
		changeTheAddress();
	}

	private void begin() {
		this.visitor.signIn(this.scene.email, Scene.PASSWORD);
		this.visitor.go("/");
		this.visitor.sees("finish.title");
		this.visitor.look("home-unfinished");
		this.visitor.press("finish.button");
		this.visitor.heading("acknowledgment.title");
		nextWithAnError("acknowledgment");
		toggle("#accepted");
		this.visitor.press("step.next");
		this.visitor.heading("contact-step.title");
		nextWithAnError("contact");
		toggle("#preference-text");
		this.visitor.type("phone", "(312) 555-0123");
		this.visitor.look("step-contact-phone");
		this.visitor.press("step.next");
		this.visitor.heading("address.title");
		nextWithAnError("address");
		this.visitor.type("line1", "123 Main St");
		this.visitor.type("city", "Any Town");
		page().selectOption("#state", "IL");
		this.visitor.type("postalCode", "62601-1234");
		this.visitor.press("step.next");
		this.visitor.heading("signature.title");
		nextWithAnError("signature");
		this.visitor.type("signature", "Sam O'Scene");
	}

	private void nextWithAnError(String step) {
		this.visitor.look("step-" + step);
		this.visitor.press("step.next");
		assertThat(page().locator("[data-error-summary]")).isVisible();
		this.visitor.look("step-" + step + "-errors");
	}

	/** What was typed is there again, in another browser as well. */
	private void goBackAndResumeElsewhere() throws InterruptedException {
		this.visitor.press("step.back");
		this.visitor.heading("address.title");
		assertThat(page().locator("#line1")).hasValue("123 Main St");
		this.visitor.close();
		this.visitor = Visitor.withMouse(this.suite.gateway(), "en");
		this.visitor.signIn(this.scene.email, Scene.PASSWORD);
		this.visitor.go("/registration");
		this.visitor.heading("signature.title");
		assertThat(page().locator("#signature")).hasValue("Sam O'Scene");
	}

	private void draw() {
		BoundingBox box = page().locator("canvas").boundingBox();
		page().mouse().move(box.x + 40, box.y + 120);
		page().mouse().down();
		for (int step = 1; step <= 30; step++) {
			page().mouse().move(box.x + 40 + step * 8, box.y + 100 + 60 * Math.sin(step / 2.0));
		}
		page().mouse().up();
		this.visitor.look("step-signature-drawn");
		this.visitor.press("step.next");
		this.visitor.heading("check.title");
		assertThat(page().locator("svg.plaza-signature__drawn path")).hasCount(1);
	}

	private void type() {
		toggle("#method");
		assertThat(page().locator("[data-signature-typed]")).containsText("Sam O'Scene");
		this.visitor.look("step-signature-typed");
		this.visitor.press("step.next");
		this.visitor.heading("check.title");
		assertThat(this.visitor.main()).containsText("Sam O'Scene");
	}

	private void finish() {
		assertThat(this.visitor.main()).containsText("(312) 555-0123");
		this.visitor.look("step-check");
		this.visitor.press("check.submit");
		this.visitor.sees("home.registered");
		assertThat(page().locator("header")).containsText("Sam Scene");
		this.visitor.look("home-registered");
		this.visitor.go("/registration/signature");
		page().waitForURL((address) -> !address.contains("/registration"));
	}

	private void changeTheAddress() {
		this.visitor.go("/registration/address?from=account");
		page().locator("#postalCode").fill("62602");
		this.visitor.press("step.save");
		this.visitor.sees("account.changed");
		assertThat(this.visitor.main()).containsText("Any Town, IL 62602");
		this.visitor.look("account-registered");
	}

	/** By the space bar: a radio button or a box that has the focus. */
	private void toggle(String control) {
		Locator found = page().locator(control);
		found.focus();
		page().keyboard().press("Space");
	}

	private Page page() {
		return this.visitor.page();
	}

}

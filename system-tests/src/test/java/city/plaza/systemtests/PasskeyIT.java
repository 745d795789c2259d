package city.plaza.systemtests;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A passkey in a real browser, on an authenticator that Chromium simulates. */
@OnRunningSuite
class PasskeyIT {

	private final RunningSuite suite = RunningSuite.get();

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void isAddedAndSignsInAlone(String language) throws InterruptedException {
		Scene scene = new Scene(this.suite);
		scene.register();
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			simulateAuthenticator(visitor);
			visitor.signIn(scene.email, Scene.PASSWORD);
			visitor.go("/account/two-step/passkeys/new");
			visitor.type("passkeyName", "Laptop");
			visitor.press("passkey.add");
			visitor.sees("codes.title");
			visitor.look("two-step-codes");
			visitor.go("/account/two-step");
			assertThat(visitor.main().innerText()).contains("Laptop");
			visitor.look("two-step-on");
			visitor.page().context().clearCookies();
			visitor.go("/sign-in?then=/account/two-step");
			visitor.press("passkey.sign-in");
			PlaywrightAssertions.assertThat(visitor.main()).containsText("Laptop");
		}
	}

	/** Where a browser knows no passkeys, nothing offers them. */
	@ParameterizedTest
	@ValueSource(strings = { "en" })
	void isOfferedWhereTheBrowserKnowsPasskeysOnly(String language) {
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			visitor.page().addInitScript("delete window.PublicKeyCredential");
			visitor.go("/sign-in");
			Locator form = visitor.page().locator("form[data-passkey]");
			PlaywrightAssertions.assertThat(form).isHidden();
		}
	}

	private static void simulateAuthenticator(Visitor visitor) {
		CDPSession devtools = visitor.page().context().newCDPSession(visitor.page());
		devtools.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject request = new JsonObject();
		request.add("options", options);
		devtools.send("WebAuthn.addVirtualAuthenticator", request);
	}

}

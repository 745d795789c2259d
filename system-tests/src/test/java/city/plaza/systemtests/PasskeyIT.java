package city.plaza.systemtests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import city.plaza.local.topology.Database;
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

	/** As of staff: nobody has to have a second factor in this suite. */
	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void isAddedAtTheFirstSignInOfWhoHasToHaveAFactor(String language) throws Exception {
		Scene scene = new Scene(this.suite);
		scene.register();
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			simulateAuthenticator(visitor);
			typeThePassword(visitor, scene.email);
			visitor.go("/sign-in/authenticator?then=/account/two-step");
			visitor.press(visitor.main().locator("a[href^='/sign-in/passkey/new']"));
			visitor.type("passkeyName", "Laptop");
			visitor.look("sign-in-passkey");
			visitor.press("passkey.add");
			visitor.sees("codes.title");
			visitor.press("codes.done");
			PlaywrightAssertions.assertThat(visitor.main()).containsText("Laptop");
		}
	}

	/** Leaves the browser where the right password of such an account does. */
	private void typeThePassword(Visitor visitor, String email) throws SQLException {
		String token = UUID.randomUUID().toString();
		try (Connection identity = this.suite.database(Database.IDENTITY);
				PreparedStatement pending = identity.prepareStatement(
						"""
								insert into pending_sign_in (token_hash, account_id, kind, credential_hash, adds, expires_at)
								select sha256(convert_to(?, 'UTF8')), id, 'browser', sha256(convert_to(password_hash, 'UTF8')), true,
								  now() + interval '10 minutes'
								from account where email = ?
								""")) {
			pending.setString(1, token);
			pending.setString(2, email);
			assertThat(pending.executeUpdate()).isOne();
		}
		JsonObject cookie = new JsonObject();
		cookie.addProperty("name", "__Host-plaza-second-step");
		cookie.addProperty("value", token + ".add-totp.add-passkey");
		cookie.addProperty("url", this.suite.gateway().toString());
		cookie.addProperty("path", "/");
		cookie.addProperty("secure", true);
		cookie.addProperty("httpOnly", true);
		JsonObject set = visitor.page().context().newCDPSession(visitor.page()).send("Network.setCookie", cookie);
		assertThat(set.get("success").getAsBoolean()).isTrue();
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

package city.plaza.systemtests;

import java.util.UUID;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Signing in at a real provider, as a resident does it in a browser. */
@OnRunningSuite
class SocialIT {

	private final RunningSuite suite = RunningSuite.get();

	private final String person = UUID.randomUUID().toString();

	private Visitor visitor;

	@AfterEach
	void close() {
		if (this.visitor != null) {
			this.visitor.close();
		}
	}

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void makesAnAccountAndSignsInAgain(String language) {
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		String email = this.person + "@example.com";
		comeFrom("oidc", this.person, claims(email, true));
		this.visitor.heading("register.title");
		this.visitor.look("social-register");
		this.visitor.type("givenName", "Sam");
		this.visitor.type("familyName", "Scene");
		this.visitor.press("social.register.submit");
		this.visitor.seesText(email);
		this.visitor.go("/account/sign-in-methods");
		this.visitor.seesText("Test ID");
		this.visitor.look("sign-in-methods-one");
		connect("other");
		this.visitor.sees("social.methods.connected");
		this.visitor.go("/account/password");
		this.visitor.heading("set-password.title");
		this.visitor.look("set-password");
		signOut();
		comeFrom("other", this.person + "-other", "{}");
		this.visitor.page().waitForURL((address) -> !address.contains("/sign-in"));
		this.visitor.go("/account");
		this.visitor.seesText(email);
	}

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void joinsAnAccountByItsPassword(String language) throws InterruptedException {
		Scene scene = new Scene(this.suite);
		scene.register();
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		comeFrom("oidc", this.person, claims(scene.email, true));
		this.visitor.heading("social.join.title");
		this.visitor.look("social-join");
		this.visitor.type("password", "not the right one");
		this.visitor.press(this.visitor.page().locator("main button[type=submit]").first());
		assertThat(this.visitor.page().locator("#password-error")).isVisible();
		this.visitor.type("password", Scene.PASSWORD);
		this.visitor.press(this.visitor.page().locator("main button[type=submit]").first());
		this.visitor.page().waitForURL((address) -> !address.contains("/sign-in"));
		this.visitor.go("/account/sign-in-methods");
		this.visitor.seesText("Test ID");
	}

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void joinsAnAccountByAnEmailedCode(String language) throws InterruptedException {
		Scene scene = new Scene(this.suite);
		scene.register();
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		comeFrom("oidc", this.person, claims(scene.email, true));
		this.visitor.press("social.join.by-code");
		this.visitor.heading("social.join-code.title");
		this.visitor.type("code", "00000000");
		this.visitor.press(this.visitor.page().locator("main button[type=submit]").first());
		assertThat(this.visitor.page().locator("#code-error")).isVisible();
		this.visitor.look("social-join-code");
		this.visitor.type("code", scene.inbox.awaitCode(scene.email, 2));
		this.visitor.press(this.visitor.page().locator("main button[type=submit]").first());
		this.visitor.page().waitForURL((address) -> !address.contains("/sign-in"));
		this.visitor.go("/account/sign-in-methods");
		this.visitor.seesText("Test ID");
	}

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void asksForAnAddressThatTheProviderDoesNotVouchFor(String language) {
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		comeFrom("oidc", this.person, claims(this.person + "@example.com", false));
		this.visitor.heading("social.email.title");
		this.visitor.look("social-email");
		this.visitor.type("givenName", "Sam");
		this.visitor.type("familyName", "Scene");
		this.visitor.press("social.email.submit");
		this.visitor.heading("confirm.title");
	}

	/** Back to a response that was used up: nothing breaks, and nobody is signed out. */
	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void survivesTheBackButton(String language) {
		this.visitor = Visitor.withMouse(this.suite.gateway(), language);
		this.visitor.go("/sign-in/with/oidc/callback?code=used&state=unknown");
		this.visitor.sees("social.ended.expired");
		this.visitor.look("social-expired");
	}

	private void comeFrom(String provider, String subject, String claims) {
		this.visitor.go("/sign-in");
		this.visitor.press(this.visitor.page().locator("a[href^='/sign-in/with/" + provider + "']"));
		signInThere(subject, claims);
	}

	private void connect(String provider) {
		this.visitor.press(this.visitor.page().locator("a[href$='/connect/" + provider + "']"));
		this.visitor.look("social-connect");
		this.visitor.press(this.visitor.page().locator("#submit"));
		this.visitor.look("social-leave");
		this.visitor.press(this.visitor.page().locator("main a.govuk-button"));
		signInThere(this.person + "-other", "{}");
	}

	private void signInThere(String subject, String claims) {
		Locator name = this.visitor.page().locator("input[name=username]");
		name.fill(subject);
		this.visitor.page().locator("textarea[name=claims]").fill(claims);
		this.visitor.page().locator("input[type=submit]").click();
	}

	private void signOut() {
		this.visitor.page().context().clearCookies();
	}

	private static String claims(String email, boolean proved) {
		return "{\"email\":\"" + email + "\",\"email_verified\":" + proved + "}";
	}

}

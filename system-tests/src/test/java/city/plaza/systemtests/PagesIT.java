package city.plaza.systemtests;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page that has an address of its own, in both languages and the looks of each:
 * with {@link BrowserIT}'s states of forms, all that residents and staff can get to see.
 */
@OnRunningSuite
class PagesIT {

	private static final Map<String, String> PUBLIC = Map.ofEntries(Map.entry("home", "/"),
			Map.entry("announcements", "/announcements"), Map.entry("contact", "/contact"),
			Map.entry("example-bill", "/help/example-bill"), Map.entry("help-account", "/help/add-an-account"),
			Map.entry("help-pay", "/help/pay-a-bill"), Map.entry("old-account", "/help/old-account"),
			Map.entry("other-services", "/other-services"), Map.entry("login-notice", "/login-notice"),
			Map.entry("sign-in", "/sign-in"), Map.entry("register", "/register"),
			Map.entry("forgot-password", "/forgot-password"),
			Map.entry("reset-password", "/forgot-password/0197a000-0000-7000-8000-0000000000aa"),
			Map.entry("bill-search", "/bill-search"), Map.entry("not-found", "/no-such-page"),
			Map.entry("dispute-unknown", "/link-disputes/none"), Map.entry("staff-join", "/staff-invitations/none"),
			Map.entry("staff-joined", "/staff-joined"), Map.entry("undo-email", "/email-changes/none"));

	private static final Map<String, String> RESIDENT = Map.ofEntries(Map.entry("account", "/account"),
			Map.entry("change-password", "/account/password"), Map.entry("change-name", "/account/name"),
			Map.entry("change-email", "/account/email"), Map.entry("sign-ins", "/account/sign-ins"),
			Map.entry("sign-in-methods", "/account/sign-in-methods"), Map.entry("delete-account", "/account/delete"),
			Map.entry("forbidden", "/finance"), Map.entry("linked-none", "/linked-accounts"),
			Map.entry("payments-none", "/payments"), Map.entry("home-nothing-linked", "/"),
			Map.entry("app-unknown", "/oauth2/authorize?client_id=none"),
			Map.entry("app",
					"/oauth2/authorize?response_type=code&client_id=plaza-app"
							+ "&redirect_uri=plaza%3A%2F%2Fsigned-in&code_challenge_method=S256"
							+ "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));

	private static final Map<String, String> TWO_STEP = Map.of("two-step", "/account/two-step", "two-step-app",
			"/account/two-step/app", "two-step-passkey", "/account/two-step/passkeys/new", "two-step-remove",
			"/account/two-step/app/remove", "two-step-codes-new", "/account/two-step/recovery-codes",
			"two-step-password", "/account/confirm");

	private static final Map<String, String> STAFF = Map.of("finance", "/finance", "finance-exports",
			"/finance/exports", "finance-exceptions", "/finance/exceptions", "finance-legacy",
			"/finance/legacy-residents", "home-staff", "/");

	private static final Map<String, String> ADMINISTRATOR = Map.of("staff", "/staff", "staff-people", "/staff/people",
			"staff-invite", "/staff/people/invite", "staff-legacy", "/staff/legacy-residents", "staff-audit",
			"/staff/audit", "staff-audit-error", "/staff/audit?from=x&actor=x", "staff-audit-billing",
			"/staff/audit?trail=billing");

	private final RunningSuite suite = RunningSuite.get();

	@ParameterizedTest
	@ValueSource(strings = { "en", "es" })
	void canBeUsedByEverybody(String language) throws InterruptedException {
		Scene scene = new Scene(this.suite);
		scene.register();
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			lookAt(PUBLIC, visitor);
			visitor.signIn(scene.email, Scene.PASSWORD);
			lookAt(RESIDENT, visitor);
			lookAt(TWO_STEP, visitor);
		}
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			visitor.signIn(this.suite.financeEmail(), this.suite.financePassword());
			lookAt(STAFF, visitor);
		}
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			visitor.signIn(this.suite.administratorEmail(), this.suite.administratorPassword());
			lookAt(ADMINISTRATOR, visitor);
		}
	}

	private static void lookAt(Map<String, String> pages, Visitor visitor) {
		new TreeMap<>(pages).forEach((name, path) -> {
			visitor.go(path);
			visitor.look(name);
		});
	}

}

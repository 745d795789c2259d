package city.plaza.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import city.plaza.client.InboxClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * How somebody comes onto the staff and leaves it, and what the help desk does about old
 * accounts, in both languages.
 */
@OnRunningSuite
class StaffBrowserIT {

	private static final Pattern LINK = Pattern.compile("/staff-invitations/[A-Za-z0-9_-]{43}");

	private final RunningSuite suite = RunningSuite.get();

	private final InboxClient inbox = InboxClient.at(this.suite.gateway());

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void invitesSomebodyWhoJoinsAndIsRemoved(String language) throws InterruptedException {
		String email = "staff-" + UUID.randomUUID() + "@fairhaven.example";
		try (Visitor administrator = Visitor.withMouse(this.suite.gateway(), language);
				Visitor member = Visitor.withMouse(this.suite.gateway(), language)) {
			administrator.signIn(this.suite.administratorEmail(), this.suite.administratorPassword());
			invite(administrator, email);
			join(member, email);
			remove(administrator, email);
			member.go("/finance");
			member.heading("sign-in.title");
		}
	}

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void importsAnOldAccountFindsItAndEmailsAHint(String language) throws InterruptedException {
		String run = UUID.randomUUID().toString().substring(0, 8);
		String email = "old-" + run + "@fairhaven.example";
		try (Visitor finance = Visitor.withMouse(this.suite.gateway(), language);
				Visitor administrator = Visitor.withMouse(this.suite.gateway(), language)) {
			finance.signIn(this.suite.financeEmail(), this.suite.financePassword());
			importOldAccounts(finance, email, run);
			administrator.signIn(this.suite.administratorEmail(), this.suite.administratorPassword());
			emailAHint(administrator, "Oldrun" + run);
			this.inbox.awaitMention(email, "/register");
		}
	}

	private static void importOldAccounts(Visitor finance, String email, String run) {
		finance.go("/finance/legacy-residents");
		finance.press("finance.submit");
		finance.look("finance-legacy-errors");
		upload(finance, "nothing,known\n1,2\n");
		finance.look("finance-legacy-wrong-header");
		upload(finance, """
				email,given_name,family_name,phone,address_line1,address_line2,city,state,postal_code,customer_numbers
				%1$s,Pat,Oldrun%2$s,,125 Main St,,Any Town,IL,62601,L%2$s L%2$s2
				no-address,Pat,Oldrun%2$s,,,,,,,
				""".formatted(email, run));
		finance.sees("legacy-import.result");
		finance.sees("legacy-import.errors");
		finance.look("finance-legacy-result");
	}

	private static void upload(Visitor finance, String csv) {
		finance.go("/finance/legacy-residents");
		finance.page()
			.setInputFiles("#accounts", new FilePayload("old.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
		finance.press("finance.submit");
	}

	private static void emailAHint(Visitor administrator, String name) {
		administrator.go("/staff/legacy-residents");
		administrator.press("legacy.search");
		administrator.look("staff-legacy-errors");
		administrator.type("query", "no such resident");
		administrator.press("legacy.search");
		administrator.sees("legacy.none");
		administrator.look("staff-legacy-none");
		find(administrator, name);
		administrator.look("staff-legacy-found");
		administrator.press(administrator.main().locator("section button").first());
		administrator.heading("legacy.hint.title");
		administrator.look("staff-legacy-hint");
		administrator.press("legacy.hint.submit");
		administrator.sees("legacy.hinted");
		administrator.look("staff-legacy-hinted");
		find(administrator, name);
		administrator.press(administrator.main().locator("section button").first());
		administrator.press("legacy.hint.submit");
		assertThat(administrator.page().locator("#send-error")).isVisible();
		administrator.look("staff-legacy-hint-errors");
	}

	private static void find(Visitor administrator, String name) {
		administrator.go("/staff/legacy-residents");
		administrator.type("query", name);
		administrator.press("legacy.search");
		administrator.seesText(name);
	}

	private static void remove(Visitor administrator, String email) {
		administrator.go("/staff/people");
		administrator.press(
				administrator.main().locator("tr").filter(new Locator.FilterOptions().setHasText(email)).locator("a"));
		administrator.sees("member.effect");
		administrator.look("staff-member");
		administrator.press(administrator.main().locator("a[href$='/suspend']"));
		administrator.heading("person.suspend.title");
		administrator.look("staff-suspend");
		administrator.page().goBack();
		administrator.press(administrator.main().locator("a[href$='/remove']"));
		administrator.look("staff-remove");
		administrator.press("person.remove.submit");
		administrator.sees("people.done.remove");
		administrator.go("/staff/audit?action=staff-removed");
		administrator.sees("audit.action.staff-removed");
		administrator.look("staff-audit-found");
	}

	private void invite(Visitor administrator, String email) {
		administrator.go("/staff/people/invite");
		administrator.press("invite.submit");
		administrator.look("staff-invite-errors");
		administrator.type("email", email);
		administrator.page().locator("#roles").check();
		administrator.press("invite.submit");
		administrator.sees("people.done.invited");
		administrator.look("staff-people-invited");
	}

	private void join(Visitor member, String email) throws InterruptedException {
		String text = this.inbox.awaitMention(email, "/staff-invitations/").getFirst().text();
		String link = LINK.matcher(text).results().map(MatchResult::group).findFirst().orElseThrow();
		member.go(link);
		member.press("join.submit");
		member.look("staff-join-errors");
		member.type("givenName", "Sam");
		member.type("familyName", "Staff");
		member.type("password", Scene.PASSWORD);
		member.press("join.submit");
		member.heading("joined.title");
		member.go(link);
		member.type("givenName", "Sam");
		member.type("familyName", "Staff");
		member.type("password", Scene.PASSWORD);
		member.press("join.submit");
		member.heading("join-unknown.title");
		member.look("staff-join-unknown");
		member.signIn(email, Scene.PASSWORD);
		assertThat(member.page()).hasURL(Pattern.compile(".*/finance$"));
	}

}

package city.plaza.systemtests;

import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import city.plaza.client.InboxClient;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** How somebody comes onto the staff and leaves it, in both languages. */
class StaffBrowserIT {

	private static final Pattern LINK = Pattern.compile("/staff-invitations/[A-Za-z0-9_-]{43}");

	private final RunningSuite suite = RunningSuite.get();

	private final InboxClient inbox = InboxClient.at(this.suite.gateway());

	@ParameterizedTest
	@ValueSource(strings = { "en", "es" })
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

package city.plaza.portal;

import java.util.List;
import java.util.Map;

import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators' pages of the staff, and the page where somebody joins. */
class StaffTests extends PortalTest {

	private static final String PEOPLE = "/api/v1/staff/people";

	private static final String KIM = "0198c0de-0000-7000-8000-000000000040";

	private static final String INVITED = "0198c0de-0000-7000-8000-000000000041";

	private static final String STAFF = """
			{"members":[{"id":"%s","email":"kim@example.org","givenName":"Kim","familyName":"Example",
			  "roles":["administrator","finance"],"joinedAt":"2026-03-02T15:00:00Z","lastSignInAt":null,
			  "suspended":false,"namedInSettings":false}],
			 "invitations":[{"id":"%s","email":"alex@example.org","roles":["help-desk"],
			  "invitedAt":"2026-03-02T15:00:00Z","expiresAt":"2026-03-05T15:00:00Z"}]}""".formatted(KIM, INVITED);

	@BeforeEach
	void someStaff() {
		SERVICES.on("GET", PEOPLE, Answer.json(200, STAFF));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/staff/people", "/staff/people/invite", "/staff/people/" + KIM,
			"/staff/people/" + KIM + "/remove", "/staff/audit" })
	void areForAdministratorsAlone(String path) {
		assertThat(get(path, TestTokens.staff("finance")).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(get(path, TestTokens.staff("help-desk")).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(get(path, resident()).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(get(path, null).location()).startsWith("/sign-in");
	}

	@Test
	void leaveFinanceToFinance() {
		assertThat(get("/finance", administrator()).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(get("/", administrator()).location()).isEqualTo("/staff");
		Page start = get("/staff", administrator());
		assertThat(start.html().select("main a").eachAttr("href")).containsExactly("/staff/legacy-residents",
				"/staff/people", "/staff/audit");
		assertThat(get("/staff", finance()).html().select("main a").eachAttr("href")).containsExactly("/finance");
		assertThat(get("/staff", resident()).status()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void listMembersAndInvitations() {
		Page page = get("/staff/people", administrator());
		assertThat(page.text("main")).contains("Kim Example", "kim@example.org", "Administrator, Finance", "Not yet",
				"alex@example.org", "Help desk");
		assertThat(page.html().select("main a").eachAttr("href")).contains("/staff/people/" + KIM,
				"/staff/people/invitations/" + INVITED + "/withdraw");
		assertThat(get("/staff/people?done=else", administrator()).html().select(".govuk-notification-banner"))
			.isEmpty();
	}

	@Test
	void inviteAndKeepWhatWasTyped() {
		SERVICES.on("POST", "/api/v1/staff/invitations", Answer.problem(409, "address-in-use"));
		Page form = get("/staff/people/invite", administrator());
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(
				Map.of("email", List.of(" alex@example.org "), "roles", List.of("finance", "help-desk")));
		Page refused = send(form, "/staff/people/invite", typed);
		assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(refused.text("#email-error")).contains("already has an account");
		assertThat(refused.html().select("input[name=roles][checked]").eachAttr("value")).containsExactly("finance",
				"help-desk");
		SERVICES.on("POST", "/api/v1/staff/invitations", Answer.json(201, "{}"));
		Page sent = send(form, "/staff/people/invite", typed);
		assertThat(sent.location()).isEqualTo("/staff/people?done=invited");
		assertThat(get(sent.location(), administrator()).text(".govuk-notification-banner"))
			.contains("The invitation is on its way.");
		assertThat(SERVICES.asked("POST", "/api/v1/staff/invitations").getLast().body())
			.contains("\"alex@example.org\"", "\"finance\"", "\"help-desk\"");
	}

	@Test
	void changeRolesAndKeepTheLastAdministrator() {
		String roles = PEOPLE + "/" + KIM + "/roles";
		String path = "/staff/people/" + KIM;
		Page form = get(path, administrator());
		assertThat(form.html().select("input[name=roles][checked]").eachAttr("value")).containsExactly("finance",
				"administrator");
		SERVICES.on("PUT", roles, Answer.problem(409, "last-administrator"));
		Page refused = send(form, path, new LinkedMultiValueMap<>(Map.of("roles", List.of("finance"))));
		assertThat(refused.text("#roles-error")).contains("This is the last administrator");
		SERVICES.on("PUT", roles, new Answer(204, "application/json", "", Map.of()));
		assertThat(send(form, path, new LinkedMultiValueMap<>(Map.of("roles", List.of("administrator")))).location())
			.isEqualTo("/staff/people?done=changed");
		assertThat(get("/staff/people/" + INVITED, administrator()).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@CsvSource({ "suspend, PUT, /suspension", "restore, DELETE, /suspension", "remove, DELETE, ''" })
	void askBeforeTheyActOnAMember(String act, String method, String call) {
		String path = "/staff/people/" + KIM + "/" + act;
		Page form = get(path, administrator());
		assertThat(form.text("main")).contains("Kim Example", "kim@example.org");
		assertThat(SERVICES.asked(method, PEOPLE + "/" + KIM + call)).isEmpty();
		SERVICES.on(method, PEOPLE + "/" + KIM + call, Answer.problem(409, "last-administrator"));
		assertThat(send(form, path, new LinkedMultiValueMap<>()).text("#act-error")).contains("last administrator");
		SERVICES.on(method, PEOPLE + "/" + KIM + call, new Answer(204, "application/json", "", Map.of()));
		assertThat(send(form, path, new LinkedMultiValueMap<>()).location()).isEqualTo("/staff/people?done=" + act);
	}

	@Test
	void takeAnInvitationBackThatMayBeGoneAlready() {
		String path = "/staff/people/invitations/" + INVITED + "/withdraw";
		SERVICES.on("DELETE", "/api/v1/staff/invitations/" + INVITED, Answer.problem(404, "not-found"));
		Page form = get(path, administrator());
		assertThat(form.text("main")).contains("alex@example.org");
		assertThat(send(form, path, new LinkedMultiValueMap<>()).location()).isEqualTo("/staff/people?done=withdraw");
	}

	@Test
	void letSomebodyJoinOnce() {
		String acceptance = "/api/v1/staff/invitations/acceptance";
		Page form = get("/staff-invitations/t0ken", null);
		assertThat(SERVICES.asked("POST", acceptance)).isEmpty();
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(Map.of("givenName", List.of("Alex"),
				"familyName", List.of("Example"), "password", List.of("nine quiet herons")));
		SERVICES.on("POST", acceptance, new Answer(204, "application/json", "", Map.of()));
		assertThat(join(form, typed).location()).isEqualTo("/staff-joined");
		assertThat(SERVICES.asked("POST", acceptance).getLast().body()).contains("\"t0ken\"", "\"nine quiet herons\"");
		assertThat(get("/staff-joined", null).html().select("main a").attr("href")).isEqualTo("/sign-in");
		SERVICES.on("POST", acceptance, Answer.problem(422, "unknown-invitation"));
		Page again = join(form, typed);
		assertThat(again.status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(again.text("main")).contains("This link doesn't work").doesNotContain("herons");
	}

	private Page join(Page form, MultiValueMap<String, String> typed) {
		return post("/staff-invitations/t0ken", null, cookies(form),
				withToken(form, "/staff-invitations/t0ken", typed));
	}

	private Page send(Page form, String path, MultiValueMap<String, String> typed) {
		return post(path, administrator(), cookies(form), withToken(form, path, typed));
	}

	private static MultiValueMap<String, String> withToken(Page form, String path,
			MultiValueMap<String, String> typed) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>(typed);
		all.add("_csrf", form.value("form[action='" + path + "'] input[name=_csrf]"));
		return all;
	}

	private static String administrator() {
		return TestTokens.staff("administrator");
	}

}

package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests extends PortalTest {

	private static final String OTHER = "0197a000-0000-7000-8000-0000000000bb";

	private static final String LIST = "/account/sign-ins";

	private static final String API = "/api/v1/me/sessions";

	@BeforeEach
	void haveSessions() {
		SERVICES.on("GET", API, Answer.json(200, """
				{"items":[
				 {"id":"0197a000-0000-7000-8000-0000000000aa","kind":"browser","current":true,"active":true,
				  "browser":"Firefox","system":"Windows","address":"192.0.2.7","startedAt":"2026-03-01T15:00:00Z"},
				 {"id":"0197a000-0000-7000-8000-0000000000bb","kind":"mobile","current":false,"active":true,
				  "browser":null,"system":"iOS","address":"2001:db8::7","startedAt":"2026-02-01T15:00:00Z"},
				 {"id":"0197a000-0000-7000-8000-0000000000cc","kind":"browser","current":false,"active":false,
				  "browser":null,"system":null,"address":null,"startedAt":"2026-01-01T15:00:00Z"}]}"""));
	}

	@Test
	void showsWhereTheVisitorIsSignedInAndHowToEndIt() {
		Page page = get(LIST, resident());
		assertThat(page.html().select("tbody tr").eachText()).satisfiesExactly(
				(own) -> assertThat(own).contains("Firefox on Windows", "This device", "192.0.2.7")
					.doesNotContain("wasn't me", "Sign out"),
				(phone) -> assertThat(phone).contains("iOS", "Signed in", "2001:db8::7", "Sign out", "This wasn't me"),
				(before) -> assertThat(before).contains("Unknown browser", "Signed out", "This wasn't me"));
	}

	@Test
	void signsOneDeviceOut() {
		SERVICES.on("DELETE", API + "/" + OTHER, Answer.json(204, ""));
		assertThat(submit(LIST, LIST + "/" + OTHER + "/end", resident(), Map.of()).location())
			.isEqualTo(LIST + "?ended");
		assertThat(SERVICES.asked("DELETE", API + "/" + OTHER)).hasSize(1);
		assertThat(get(LIST + "?ended", resident()).text(".govuk-notification-banner")).contains("is signed out");
	}

	@Test
	void leadsWhoReportsASignInToANewPassword() {
		SERVICES.on("POST", API + "/" + OTHER + "/report", Answer.json(204, ""));
		Page page = submit(LIST, LIST + "/" + OTHER + "/report", resident(), Map.of());
		assertThat(page.location()).isEqualTo("/account/password?reported");
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		assertThat(get("/account/password?reported", resident()).text(".govuk-inset-text"))
			.contains("choose a new password");
	}

	@Test
	void signsOutEverywhereAndForgetsTheSessionHere() {
		SERVICES.on("DELETE", API, Answer.json(204, ""));
		Page page = submit(LIST, LIST + "/end", resident(), Map.of());
		assertThat(page.location()).isEqualTo("/?signed-out");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=;").contains("Max-Age=0"));
	}

	@Test
	void saysThatASignInOfSomeoneElseIsNotFound() {
		SERVICES.on("DELETE", API + "/" + OTHER, Answer.problem(404, "not-found"));
		assertThat(submit(LIST, LIST + "/" + OTHER + "/end", resident(), Map.of()).status().value()).isEqualTo(404);
	}

}

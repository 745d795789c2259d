package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordTests extends PortalTest {

	private static final String ID = "0197a000-0000-7000-8000-0000000000aa";

	private static final String RESET = "/forgot-password/" + ID;

	private static final String COMPLETION = "/api/v1/password-resets/" + ID + "/completion";

	private static final String PASSWORD = "seven slow otters drift";

	@BeforeEach
	void signInByPassword() {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
	}

	@Test
	void isFoundWhereResidentsLookForIt() {
		assertThat(get("/sign-in", null).html().select("main a[href='/forgot-password']").text())
			.isEqualTo("Forgot your password?");
		SERVICES.on("POST", "/internal/v1/browser-sessions", Answer.problem(429, "too-many-tries"));
		Page locked = submit("/sign-in", "/sign-in", null, Map.of("email", "a@example.com", "password", PASSWORD));
		assertThat(locked.text("#password-error")).contains("reset your password");
		assertThat(locked.html().select("main a[href='/forgot-password']")).hasSize(1);
	}

	@Test
	void sendsACodeAndLeadsToTheNewPassword() {
		SERVICES.on("POST", "/api/v1/password-resets", Answer.json(202, "{\"id\":\"" + ID + "\"}"));
		Page page = submit("/forgot-password", "/forgot-password", null, Map.of("email", "robin@example.com"));
		assertThat(page.location()).isEqualTo(RESET);
		assertThat(SERVICES.asked("POST", "/api/v1/password-resets").getFirst().body())
			.isEqualTo("{\"email\":\"robin@example.com\"}");
		assertThat(get(RESET, null).text("h1")).isEqualTo("Choose a new password");
	}

	@Test
	void setsTheNewPasswordAndLeadsToSignIn() {
		SERVICES.on("POST", COMPLETION, Answer.json(204, ""));
		Page page = submit(RESET, RESET, null, Map.of("code", " 1234 5678 ", "password", PASSWORD));
		assertThat(page.location()).isEqualTo("/sign-in?reset");
		assertThat(SERVICES.asked("POST", COMPLETION).getFirst().body())
			.isEqualTo("{\"code\":\"12345678\",\"password\":\"" + PASSWORD + "\"}");
		assertThat(get("/sign-in?reset", null).text(".govuk-notification-banner")).contains("Your password is changed");
		assertThat(get("/sign-in", null).html().select(".govuk-notification-banner--success")).isEmpty();
	}

	@Test
	void keepsTheCodeButNoPasswordAfterAnError() {
		SERVICES.on("POST", COMPLETION, Answer.problem(422, """
				{"code":"invalid-request","detail":"No.","errors":[
				 {"field":"password","code":"password-too-common","message":"x"}]}""", Map.of()));
		Page page = submit(RESET, RESET, null, Map.of("code", "12345678", "password", PASSWORD));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#password-error")).contains("too easy to guess");
		assertThat(page.value("#code")).isEqualTo("12345678");
		assertThat(page.html().outerHtml()).doesNotContain(PASSWORD);
	}

	@Test
	void sendsAnotherCode() {
		SERVICES.on("POST", "/api/v1/password-resets/" + ID + "/codes", Answer.json(202, ""));
		assertThat(submit(RESET, RESET + "/code", null, Map.of()).location()).isEqualTo(RESET + "?sent");
		assertThat(get(RESET + "?sent", null).text(".govuk-notification-banner")).contains("We sent a new code");
	}

	@Test
	void changesThePasswordOfWhoIsSignedIn() {
		SERVICES.on("PUT", "/api/v1/me/password", Answer.json(204, ""));
		Page page = submit("/account/password", "/account/password", resident(),
				Map.of("currentPassword", "the old one", "newPassword", PASSWORD));
		assertThat(page.location()).isEqualTo("/account?password-changed");
		assertThat(SERVICES.asked("PUT", "/api/v1/me/password").getFirst().body())
			.isEqualTo("{\"currentPassword\":\"the old one\",\"newPassword\":\"" + PASSWORD + "\"}");
	}

	@Test
	void setsTheFirstPasswordByACode() {
		SERVICES.on("GET", "/api/v1/me",
				Answer.json(200, Samples.ME.body().replace("\"hasPassword\":true", "\"hasPassword\":false")));
		SERVICES.on("POST", "/api/v1/password-resets", Answer.json(202, "{\"id\":\"" + ID + "\"}"));
		Page page = get("/account/password", resident());
		assertThat(page.text("h1")).isEqualTo("Set a password");
		assertThat(page.html().select("input[type=password]")).isEmpty();
		String email = page.value("form[action='/forgot-password'] input[name=email]");
		assertThat(page.text("main")).contains("we email a code to " + email);
		assertThat(submit("/account/password", "/forgot-password", resident(), Map.of("email", email)).location())
			.isEqualTo(RESET);
	}

	@Test
	void showsAWrongCurrentPasswordBesideItsField() {
		SERVICES.on("PUT", "/api/v1/me/password", Answer.problem(422, "wrong-password"));
		Page page = submit("/account/password", "/account/password", resident(),
				Map.of("currentPassword", "the old one", "newPassword", PASSWORD));
		assertThat(page.text("#currentPassword-error")).contains("not your current password");
		assertThat(page.html().outerHtml()).doesNotContain(PASSWORD, "the old one");
	}

	@Test
	void asksForSignInBeforeAPasswordIsChanged() {
		assertThat(get("/account/password", null).location()).isEqualTo("/sign-in?then=%2Faccount%2Fpassword");
	}

}

package city.plaza.portal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to somebody whose session ends while they fill in a form. */
class EndedSessionTests extends PortalTest {

	private static final String OPEN = "/internal/v1/browser-sessions";

	private static final String FORM = "/linked-accounts/new";

	@Test
	void keepsWhatWasTypedOverTheSignIn() {
		Page form = get(FORM, resident());
		Map<String, String> cookies = new HashMap<>(cookies(form));
		MultiValueMap<String, String> typed = fields(form, FORM);
		typed.set("number", "100234");
		typed.set("name", "O'Example & \"Sons\"");
		Page moved = post(FORM, null, cookies, typed);
		assertThat(moved.status()).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
		assertThat(moved.location()).isEqualTo("/session-ended?then=%2Flinked-accounts%2Fnew");

		Page signIn = post(String.valueOf(moved.location()), null, cookies, typed);
		assertThat(signIn.text(".govuk-inset-text")).contains("We kept what you typed");
		MultiValueMap<String, String> credentials = fields(signIn, "/sign-in");
		credentials.set("email", "robin@example.com");
		credentials.set("password", "wrong");
		SERVICES.on("POST", OPEN, Answer.problem(401, "wrong-credentials"));
		Page refused = post("/sign-in", null, cookies, credentials);
		assertThat(refused.text("#email-error")).contains("wrong");

		SERVICES.on("POST", OPEN, Answer.json(201, "{\"sessionToken\":\"s3cret\"}"));
		MultiValueMap<String, String> again = fields(refused, "/sign-in");
		again.set("password", "right");
		Page onward = post("/sign-in", null, cookies, again);
		assertThat(onward.status()).isEqualTo(HttpStatus.OK);
		assertThat(onward.text("h1")).isEqualTo("You're signed in again");
		assertThat(cookies(onward)).containsEntry("__Host-plaza", "s3cret");
		assertThat(onward.text("header")).doesNotContain("Login or Register");

		SERVICES.on("POST", "/api/v1/customer-links", Answer.problem(429, "too-many-tries"));
		MultiValueMap<String, String> kept = fields(onward, FORM);
		assertThat(kept.getFirst("name")).isEqualTo("O'Example & \"Sons\"");
		Page sent = post(FORM, resident(), cookies(onward), kept);
		assertThat(sent.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(SERVICES.asked("POST", "/api/v1/customer-links").getFirst().body()).contains("\"100234\"",
				"O'Example & \\\"Sons\\\"");
	}

	@Test
	void keepsAFormThatAServiceRefusedForItsSession() {
		SERVICES.on("POST", "/api/v1/customer-links", Answer.problem(401, "unauthenticated"));
		Page page = submit(FORM, FORM, resident(), Map.of("number", "100234", "name", "EXAMPLE"));
		assertThat(page.status()).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
		assertThat(page.location()).isEqualTo("/session-ended?then=%2Flinked-accounts%2Fnew");
	}

	@Test
	void keepsNoSecret() {
		Page shown = get("/sign-in", null);
		MultiValueMap<String, String> form = fields(shown, "/sign-in");
		form.set("newPassword", "s3cret-word");
		form.set("number", "1");
		Page page = post("/session-ended?then=/account", null, cookies(shown), form);
		assertThat(page.html().select("form[action=/sign-in] input[name=kept.number]")).hasSize(1);
		assertThat(page.html().outerHtml()).doesNotContain("s3cret-word", "kept._csrf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example" })
	void sendsAKeptFormNowhereElse(String address) {
		Page shown = get("/sign-in", null);
		MultiValueMap<String, String> form = fields(shown, "/sign-in");
		form.set("kept", address);
		form.set("kept.number", "1");
		SERVICES.on("POST", OPEN, Answer.json(201, "{\"sessionToken\":\"s3cret\"}"));
		assertThat(post("/sign-in", null, cookies(shown), form).location()).isEqualTo("/");
	}

	@Test
	void takesNoFormFromAnotherSite() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("number", "1");
		assertThat(post("/session-ended?then=/account", null, Map.of(), form).status()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void announcesTheEndOfTheSession() {
		Page page = get("/", expiringIn(900));
		assertThat(page.text("[data-session-end]")).contains("we'll sign you out at");
		assertThat(Long.parseLong(page.html().select("[data-session]").attr("data-seconds"))).isBetween(850L, 900L);
		assertThat(get("/", null).html().select("[data-session], [data-session-end]")).isEmpty();
	}

	@Test
	void saysHowLongASessionLasts() {
		assertThat(get("/session", expiringIn(900)).text("body")).matches("\\{\"seconds\":(8[5-9]\\d|900)}");
		assertThat(get("/session", null).text("body")).isEqualTo("{\"seconds\":0}");
	}

	private static String expiringIn(long seconds) {
		return TestTokens.with((claims) -> claims.subject(RESIDENT.toString())
			.claim("session_expires_at", Instant.now().plusSeconds(seconds).getEpochSecond()));
	}

	private static MultiValueMap<String, String> fields(Page page, String action) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		page.html()
			.select("form[action='" + action + "'] input[name]")
			.forEach((input) -> form.add(input.attr("name"), input.val()));
		return form;
	}

}

package city.plaza.portal;

import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests extends PortalTest {

	private static final String OPEN = "/internal/v1/browser-sessions";

	private static final String PASSWORD = "correct horse battery staple";

	@Test
	void showsTheCitysNoticeFirstAndGoesOnToSignIn() {
		Page page = get("/login-notice?then=/bills/62825", null);
		assertThat(page.text("main")).contains("Create an account");
		assertThat(page.html().select("main a.govuk-button").text()).isEqualTo("Continue");
		assertThat(page.html().select("main a.govuk-button").attr("href")).isEqualTo("/sign-in?then=%2Fbills%2F62825");
	}

	@Test
	void signsInAndGoesOn() {
		SERVICES.on("POST", OPEN,
				Answer.json(201, "{\"sessionToken\":\"s3cret\",\"expiresAt\":\"2026-11-22T12:00:00Z\"}"));
		Page page = submit("/sign-in?then=/bills/62825", "/sign-in", null,
				Map.of("email", "robin@example.com", "password", PASSWORD));
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/bills/62825");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=s3cret;")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax")
				.doesNotContain("Domain"));
		assertThat(SERVICES.asked("POST", OPEN).getFirst().body()).contains("\"email\":\"robin@example.com\"",
				"\"password\":\"" + PASSWORD + "\"");
	}

	@Test
	void keepsADevicesTokenForTheNextSignIn() {
		SERVICES.on("POST", OPEN, Answer.json(201, "{\"sessionToken\":\"s3cret\",\"deviceToken\":\"kn0wn\"}"));
		Page page = submit("/sign-in", "/sign-in", null, Map.of("email", "robin@example.com", "password", PASSWORD));
		assertThat(SERVICES.asked("POST", OPEN).getFirst().body()).doesNotContain("deviceToken");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-device=kn0wn;")
				.containsIgnoringCase("; Max-Age=34560000;")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax"));
		Page shown = get("/sign-in", null);
		Map<String, String> cookies = new HashMap<>(cookies(shown));
		cookies.put("__Host-plaza-device", "kn0wn");
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		shown.html()
			.select("form[action='/sign-in'] input[name]")
			.forEach((input) -> form.set(input.attr("name"), input.val()));
		form.set("password", PASSWORD);
		post("/sign-in", null, cookies, form);
		assertThat(SERVICES.asked("POST", OPEN).getLast().body()).contains("\"deviceToken\":\"kn0wn\"");
	}

	@Test
	void tellsOfWrongCredentialsWithoutEchoingThePassword() {
		SERVICES.on("POST", OPEN, Answer.problem(401, "wrong-credentials"));
		Page page = submit("/sign-in?then=/account", "/sign-in", null,
				Map.of("email", "robin@example.com", "password", PASSWORD));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.html().title()).startsWith("Error: Sign in");
		assertThat(page.text(".govuk-error-summary")).contains("wrong", "create one");
		assertThat(page.text("#email-error")).contains("The email or password is wrong.");
		assertThat(page.value("#email")).isEqualTo("robin@example.com");
		assertThat(page.value("input[name=then]")).isEqualTo("/account");
		assertThat(page.html().outerHtml()).doesNotContain(PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "30, 1 minute", "60, 1 minute", "61, 2 minutes", "7200, 120 minutes" })
	void saysForHowLongSignInIsLocked(String seconds, String wait) {
		SERVICES.on("POST", OPEN, Answer.problem(429, "{\"code\":\"too-many-tries\"}", Map.of("Retry-After", seconds)));
		Page page = submit("/sign-in", "/sign-in", null, Map.of("email", "a@example.com", "password", PASSWORD));
		assertThat(page.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(page.text("#password-error")).contains("Try again in " + wait + ", or reset your password.");
	}

	/** What a visitor had typed or turned to is not encoded a second time. */
	@ParameterizedTest
	@ValueSource(strings = { "/customers/100234/bills?asOf=6%2F15%2F2021&cursor=a%2Bb%3D", "/bills/%C3%BC?x=%25" })
	void goesOnToThePageThatWasAskedForAsItIs(String path) {
		SERVICES.on("POST", OPEN, Answer.json(201, "{\"sessionToken\":\"s3cret\"}"));
		String signIn = String.valueOf(get(path, null).location());
		Page page = submit(signIn, "/sign-in", null, Map.of("email", "a@example.com", "password", PASSWORD));
		assertThat(page.location()).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "/%09//evil.example/../..//x",
			"javascript:alert(1)", "http:/evil.example", "" })
	void goesNowhereElse(String then) {
		SERVICES.on("POST", OPEN, Answer.json(201, "{\"sessionToken\":\"s3cret\"}"));
		Page page = submit("/sign-in", "/sign-in", null,
				Map.of("email", "a@example.com", "password", PASSWORD, "then", then));
		assertThat(page.location()).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/linked-accounts", "/linked-accounts/new", "/customers/100234/bills",
			"/customers/100234", "/bills/62825", "/bills/62825/pay", "/payments", "/payments/pay-1", "/manage-bills",
			"/customer-information", "/finance", "/finance/exports/web-payments" })
	void leadsAStrangerToSignInAndBack(String path) {
		Page page = get(path, null);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/sign-in?then=" + path.replace("/", "%2F"));
	}

	@Test
	void takesABadTokenForNoToken() {
		assertThat(get("/", "not-a-token").text("header")).contains("Login or Register");
		assertThat(get("/account", "not-a-token").location()).isEqualTo("/sign-in?then=%2Faccount");
	}

	@Test
	void leadsToSignInWhenAServiceSaysThatTheSessionIsOver() {
		SERVICES.on("GET", "/api/v1/customer-links", Answer.problem(401, "unauthenticated"));
		assertThat(get("/linked-accounts", resident()).location()).isEqualTo("/sign-in?then=%2Flinked-accounts");
	}

	@Test
	void signsOutHereAndInIdentity() {
		SERVICES.on("DELETE", "/api/v1/sessions/current", new Answer(204, "text/plain", "", Map.of()));
		String token = resident();
		Page page = submit("/", "/sign-out", token, Map.of());
		assertThat(page.location()).isEqualTo("/?signed-out");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=;").contains("Max-Age=0"));
		assertThat(SERVICES.asked("DELETE", "/api/v1/sessions/current").getFirst().header("Authorization"))
			.isEqualTo("Bearer " + token);
	}

	@Test
	void signsOutHereEvenWhenIdentityIsAway() {
		SERVICES.on("DELETE", "/api/v1/sessions/current", Answer.problem(500, "internal-error"));
		Page page = submit("/", "/sign-out", resident(), Map.of());
		assertThat(page.location()).isEqualTo("/?signed-out");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=;"));
	}

}

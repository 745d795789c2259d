package city.plaza.portal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import city.plaza.platform.http.page.Page;
import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in by a provider, as a browser sees it. */
class SocialTests extends PortalTest {

	private static final String START = "/internal/v1/social-sign-ins";

	private static final String RETURN = "/internal/v1/social-sign-ins/return";

	private static final String TICKET = "/internal/v1/social-sign-ins/ticket";

	private static final String METHODS = "/api/v1/me/sign-in-methods";

	private static final String METHOD = "0197a000-0000-7000-8000-0000000000cc";

	@BeforeEach
	void haveTwoProviders() {
		SERVICES.on("GET", "/internal/v1/sign-in-providers", Answer.json(200,
				"{\"items\":[{\"id\":\"google\",\"name\":\"Google\"},{\"id\":\"city\",\"name\":\"City ID\",\"button\":\"Use City ID\"}]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/register" })
	void offersEachProvider(String page) {
		Page shown = get(page, null);
		assertThat(shown.html().select(".plaza-providers a").eachText()).containsExactly("Continue with Google",
				"Use City ID");
		assertThat(shown.html().select(".plaza-providers a").eachAttr("href")).containsExactly("/sign-in/with/google",
				"/sign-in/with/city");
	}

	@Test
	void goesOnWhereSomebodyWantedToGo() {
		assertThat(get("/sign-in?then=/bills/1", null).html().select(".plaza-providers a").first().attr("href"))
			.isEqualTo("/sign-in/with/google?then=/bills/1");
	}

	@Test
	void isNotMissedWhereThereIsNone() {
		SERVICES.on("GET", "/internal/v1/sign-in-providers", Answer.problem(500, "internal-error"));
		Page shown = get("/sign-in", null);
		assertThat(shown.status()).isEqualTo(HttpStatus.OK);
		assertThat(shown.html().select(".plaza-providers")).isEmpty();
		assertThat(shown.html().select("#password")).hasSize(1);
	}

	@Test
	void leadsToTheProviderAndBindsTheBrowser() {
		SERVICES.on("POST", START,
				Answer.json(200, "{\"address\":\"https://id.example/authorize?a=b%2Fc\",\"flow\":\"sealed\"}"));
		Page page = get("/sign-in/with/google?then=/bills/1", null);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("https://id.example/authorize?a=b%2Fc");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-provider=sealed;")
				.containsIgnoringCase("; Max-Age=1200")
				.containsIgnoringCase("; Secure; HttpOnly; SameSite=Lax"));
		assertThat(SERVICES.asked("POST", START).getFirst().body()).contains("\"then\":\"/bills/1\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example" })
	void goesOnNowhereElse(String then) {
		SERVICES.on("POST", START, Answer.json(200, "{\"address\":\"https://id.example/\",\"flow\":\"sealed\"}"));
		get("/sign-in/with/google?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8), null);
		assertThat(SERVICES.asked("POST", START).getFirst().body()).doesNotContain("evil");
		SERVICES.on("POST", RETURN,
				Answer.json(200,
						"{\"step\":\"signed-in\",\"connecting\":false,\"session\":{\"sessionToken\":\"s\"},\"then\":\""
								+ then.replace("\\", "\\\\") + "\"}"));
		assertThat(get("/sign-in/with/google/callback?code=c&state=s", null).location()).isEqualTo("/");
	}

	@Test
	void signsInWithWhatTheBrowserBringsBack() {
		SERVICES.on("POST", RETURN, Answer.json(200,
				"{\"step\":\"signed-in\",\"connecting\":false,\"session\":{\"sessionToken\":\"s3cret\",\"deviceToken\":\"d\"},\"then\":\"/bills/1\"}"));
		Page page = comeBack("/sign-in/with/google/callback?code=the-code&state=the-state&iss=https://id.example");
		assertThat(page.location()).isEqualTo("/bills/1");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=s3cret;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-provider=;").contains("Max-Age=0"));
		assertThat(SERVICES.asked("POST", RETURN).getFirst().body()).contains("\"provider\":\"google\"",
				"\"flow\":\"sealed\"", "\"code\":\"the-code\"", "\"state\":\"the-state\"",
				"\"issuer\":\"https://id.example\"");
	}

	/**
	 * Apple comes back by a form of its own site, without our cookies and without our
	 * token.
	 */
	@Test
	void takesAFormOfTheProvidersSiteAndComesAgainByGet() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("code", "a code&x=1");
		form.set("state", "s");
		form.set("user", "{\"name\":\"not kept\"}");
		Page page = post("/sign-in/with/apple/callback", null, Map.of(), form);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/sign-in/with/apple/callback?code=a%20code%26x%3D1&state=s");
		assertThat(SERVICES.asked("POST", RETURN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "denied,You canceled", "expired,took too long", "refused,couldn't sign you in",
			"unavailable,isn't available", "too-many,Too many sign-ins", "staff,staff account",
			"something-new,couldn't sign you in" })
	void explainsWhyItEnded(String reason, String text) {
		SERVICES.on("POST", RETURN,
				Answer.json(200, "{\"step\":\"ended\",\"reason\":\"" + reason + "\",\"connecting\":false}"));
		Page page = comeBack("/sign-in/with/google/callback?error=access_denied&state=s");
		assertThat(page.location()).startsWith("/sign-in?ended=");
		assertThat(get(String.valueOf(page.location()), null).text("[role=status]")).contains(text);
	}

	@Test
	void makesAnAccountOfANewPerson() {
		SERVICES.on("POST", RETURN,
				Answer.json(200, "{\"step\":\"unknown\",\"connecting\":false,\"ticket\":\"t1cket\"}"));
		Page back = comeBack("/sign-in/with/google/callback?code=c&state=s");
		assertThat(back.location()).isEqualTo("/sign-in/new");
		assertThat(back.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-person=t1cket;"));
		next("register", "[]");
		Page shown = get("/sign-in/new", null);
		assertThat(shown.text("main")).contains("signed in with Google as robin@example.com");
		assertThat(shown.value("#givenName")).isEqualTo("Robin");
		SERVICES.on("POST", "/internal/v1/social-sign-ins/account", Answer.json(201, "{\"sessionToken\":\"fresh\"}"));
		Page page = submit("/sign-in/new", "/sign-in/new", null, Map.of("familyName", "Example"));
		assertThat(page.location()).isEqualTo("/account?confirmed");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=fresh;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-person=;").contains("Max-Age=0"));
	}

	@Test
	void asksForThePasswordOfAnAccountThatExists() {
		next("join", "[]");
		Page shown = get("/sign-in/join", null);
		assertThat(shown.text("h1")).isEqualTo("You already have an account");
		assertThat(shown.html().select("button").eachText()).contains("Connect Google");
		SERVICES.on("POST", "/internal/v1/social-sign-ins/join", Answer.problem(401, "wrong-credentials"));
		Page wrong = submit("/sign-in/join", "/sign-in/join", null, Map.of("password", "wrong wrong wrong"));
		assertThat(wrong.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(wrong.text("#password-error")).isNotEmpty();
		assertThat(wrong.html().outerHtml()).doesNotContain("wrong wrong wrong");
		SERVICES.on("POST", "/internal/v1/social-sign-ins/join", Answer.json(201, "{\"sessionToken\":\"joined\"}"));
		assertThat(submit("/sign-in/join", "/sign-in/join", null, Map.of("password", "x")).location())
			.isEqualTo("/bills/1");
		next("join", "[\"city\"]");
		assertThat(get("/sign-in/join", null).text("main")).contains("Your account signs in with City ID");
	}

	@Test
	void joinsByAnEmailedCode() {
		next("join", "[\"city\"]");
		String codes = "/internal/v1/social-sign-ins/join/codes";
		SERVICES.on("POST", codes, Answer.json(202, ""));
		String page = "/sign-in/join/code";
		assertThat(submit("/sign-in/join", "/sign-in/join/codes", null, Map.of()).location()).isEqualTo(page);
		Page shown = get(page, null);
		assertThat(shown.text("main")).contains("We sent a code to robin@example.com", "connect Google");
		assertThat(submit(page, "/sign-in/join/codes", null, Map.of("again", "yes")).location())
			.isEqualTo(page + "?sent");
		SERVICES.on("POST", codes, Answer.problem(429, "too-many-codes"));
		assertThat(submit(page, "/sign-in/join/codes", null, Map.of()).text("#code-error")).isNotEmpty();
		String join = "/internal/v1/social-sign-ins/join/code";
		assertThat(submit(page, page, null, Map.of("code", " - ")).text("#code-error"))
			.contains("Enter the verification code");
		assertThat(SERVICES.asked("POST", join)).as("tries").isEmpty();
		SERVICES.on("POST", join, Answer.problem(422, "wrong-code"));
		assertThat(submit(page, page, null, Map.of("code", "1234 5678")).text("#code-error")).isNotEmpty();
		assertThat(SERVICES.asked("POST", join).getFirst().body()).contains("\"code\":\"12345678\"");
		SERVICES.on("POST", join, Answer.json(201, "{\"sessionToken\":\"joined\"}"));
		assertThat(submit(page, page, null, Map.of("code", "12345678")).location()).isEqualTo("/bills/1");
		next("register", "[]");
		assertThat(get(page, null).location()).isEqualTo("/sign-in/new");
		assertThat(get("/sign-in/join/codes", null).location()).isEqualTo("/sign-in/join");
	}

	/** Who has a second factor is asked for it after a provider as after a password. */
	@Test
	void goesOnWithTheSecondStep() {
		String step = "{\"pendingToken\":\"p3nding\",\"methods\":[\"totp\"],\"expiresAt\":\"2026-01-02T12:00:00Z\"}";
		SERVICES.on("POST", RETURN, Answer.json(200,
				"{\"step\":\"second-step\",\"connecting\":false,\"secondStep\":" + step + ",\"then\":\"/bills/1\"}"));
		Page back = comeBack("/sign-in/with/google/callback?code=c&state=s");
		assertThat(back.location()).isEqualTo("/sign-in/second-step?then=%2Fbills%2F1");
		assertThat(back.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-second-step=p3nding.totp;"))
			.noneSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza="));
		next("join", "[]");
		SERVICES.on("POST", "/internal/v1/social-sign-ins/join", Answer.json(202, step));
		assertThat(submit("/sign-in/join", "/sign-in/join", null, Map.of("password", "x")).location())
			.isEqualTo("/sign-in/second-step?then=%2Faccount%2Fsign-in-methods%2Fconnect%2Fgoogle");
	}

	@Test
	void asksForAnAddressThatTheProviderDoesNotVouchFor() {
		next("email", "[]");
		SERVICES.on("POST", "/internal/v1/social-sign-ins/registration",
				Answer.json(202, "{\"id\":\"" + METHOD + "\"}"));
		Page page = submit("/sign-in/email", "/sign-in/email", null, Map.of());
		assertThat(page.location()).isEqualTo("/register/" + METHOD + "/confirm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in/new", "/sign-in/join", "/sign-in/email", "/sign-in/join/code" })
	void beginsAnewWhenItTookTooLong(String path) {
		SERVICES.on("POST", TICKET, Answer.problem(409, "social-sign-in-expired"));
		assertThat(get(path, null).location()).isEqualTo("/sign-in?ended=expired");
	}

	@Test
	void listsAndChangesTheMethodsOfAResident() {
		SERVICES.on("GET", METHODS, Answer.json(200, """
				{"hasPassword":true,"items":[{"id":"%s",
				"provider":"google","email":"r@example.com","addedAt":"2026-01-02T12:00:00Z","usedAt":null}]}"""
			.formatted(METHOD)));
		Page shown = get("/account/sign-in-methods", resident());
		assertThat(shown.text(".plaza-methods")).contains("Email and password", "Google", "r@example.com",
				"Connected on 1/2/2026");
		String remove = "/account/sign-in-methods/" + METHOD + "/remove";
		SERVICES.on("POST", METHODS + "/" + METHOD + "/removal", Answer.problem(403, "proof-needed"));
		assertThat(submit(remove, remove, resident(), Map.of()).location()).startsWith("/account/confirm?then=");
		SERVICES.on("POST", METHODS + "/" + METHOD + "/removal", Answer.problem(409, "last-sign-in-method"));
		assertThat(submit(remove, remove, resident(), Map.of()).text("#submit-error")).contains("only way to sign in");
		SERVICES.on("POST", METHODS + "/" + METHOD + "/removal", new Answer(204, "text/plain", "", Map.of()));
		assertThat(submit(remove, remove, resident(), Map.of()).location())
			.isEqualTo("/account/sign-in-methods?removed");
		String connect = "/account/sign-in-methods/connect/city";
		SERVICES.on("POST", "/internal/v1/me/provider-connections",
				Answer.json(200, "{\"address\":\"https://id.example/x\",\"flow\":\"sealed\"}"));
		Page leave = submit(connect, connect, resident(), Map.of());
		assertThat(leave.html().select("main a.govuk-button").attr("href")).isEqualTo("https://id.example/x");
		assertThat(cookies(leave)).containsEntry("__Host-plaza-provider", "sealed");
	}

	@Test
	void refusesAConnectionThatAnotherSiteBegan() {
		assertThat(post("/account/sign-in-methods/connect/city", resident(), Map.of(), new LinkedMultiValueMap<>())
			.status()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	private static void next(String step, String signInBy) {
		SERVICES.on("POST", TICKET, Answer.json(200, """
				{"step":"%s","provider":"google","email":"robin@example.com","givenName":"Robin",
				"familyName":null,"signInBy":%s,"then":"/bills/1"}""".formatted(step, signInBy)));
	}

	private Page comeBack(String path) {
		return page(this.client.get()
			.uri(URI.create("http://localhost:" + this.port + path))
			.cookie("__Host-plaza-provider", "sealed")
			.exchange()
			.expectBody()
			.returnResult());
	}

}

package city.plaza.portal;

import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class SecondStepTests extends PortalTest {

	private static final String OPEN = "/internal/v1/browser-sessions";

	private static final String COMPLETE = OPEN + "/second-factor";

	private static final String PAGE = "/sign-in/second-step";

	private static final String COOKIE = "__Host-plaza-second-step";

	private static final String PENDING = "p3nding.totp.recovery-code";

	private static final String SIGNED_IN = "{\"sessionToken\":\"s3cret\",\"deviceToken\":\"kn0wn\",\"recoveryCodes\":[]}";

	private static final String SETUP = """
			{"key":"GEZDGNBVGY3TQOJQ","uri":"otpauth://totp/City:pat@example.org?secret=GEZDGNBVGY3TQOJQ"}""";

	@Test
	void goesOnToTheSecondStepAndSignsNobodyInBefore() {
		Page page = signIn("[\"totp\",\"recovery-code\"]");
		assertThat(page.location()).isEqualTo("/sign-in/second-step?then=%2Faccount");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.noneSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza="))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(COOKIE + "=" + PENDING + ";")
				.containsIgnoringCase("Max-Age=600")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax"));
	}

	@Test
	void asksForTheCodeAndSignsIn() {
		SERVICES.on("POST", COMPLETE, Answer.json(201, SIGNED_IN));
		Page page = complete(Map.of("code", "123 456", "then", "/account", "remember", "yes"));
		assertThat(page.location()).isEqualTo("/account");
		assertThat(SERVICES.asked("POST", COMPLETE).getFirst().body()).contains("\"pendingToken\":\"p3nding\"",
				"\"totpCode\":\"123 456\"", "\"rememberDevice\":true");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=s3cret;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-device=kn0wn;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(COOKIE + "=;").contains("Max-Age=0"));
	}

	@Test
	void takesARecoveryCodeInstead() {
		SERVICES.on("POST", COMPLETE, Answer.json(201, SIGNED_IN));
		assertThat(shown(PAGE + "?with=recovery").text("main")).contains("Recovery code");
		complete(Map.of("with", "recovery", "recoveryCode", "7K3M-9QXA-2TWD"));
		assertThat(SERVICES.asked("POST", COMPLETE).getFirst().body())
			.contains("\"recoveryCode\":\"7K3M-9QXA-2TWD\"", "\"rememberDevice\":false")
			.doesNotContain("totpCode");
	}

	@ParameterizedTest
	@CsvSource({ "wrong-second-factor, 422, That code is wrong", "second-factor-used, 422, already used",
			"too-many-tries, 429, Too many attempts" })
	void saysWhatIsWrongAndEchoesNoCode(String code, int status, String text) {
		SERVICES.on("POST", COMPLETE, Answer.problem(status, code));
		Page page = complete(Map.of("code", "987654", "then", "/account"));
		assertThat(page.text("#code-error")).contains(text);
		assertThat(page.value("input[name=then]")).isEqualTo("/account");
		assertThat(page.html().outerHtml()).doesNotContain("987654", "p3nding");
	}

	@Test
	void beginsAnewWhereTheSignInIsOver() {
		SERVICES.on("POST", COMPLETE, Answer.problem(401, "pending-sign-in-ended"));
		assertThat(complete(Map.of("code", "123456", "then", "/account")).location())
			.isEqualTo("/sign-in?timed-out&then=%2Faccount");
		assertThat(get("/sign-in?timed-out", null).text("main")).contains("Start again");
	}

	/** Another browser has no cookie, whatever address or form it was given. */
	@Test
	void asksOnlyTheBrowserThatBegan() {
		assertThat(get(PAGE + "?then=/account", null).location()).isEqualTo("/sign-in?then=%2Faccount");
		Page form = shown(PAGE);
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.set("_csrf", form.value("input[name=_csrf]"));
		fields.set("code", "123456");
		assertThat(post(PAGE, null, cookies(form), fields).location()).isEqualTo("/sign-in?timed-out");
		assertThat(SERVICES.asked("POST", COMPLETE)).isEmpty();
	}

	@Test
	void takesNoCodeFromAForeignForm() {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.set("code", "123456");
		assertThat(post(PAGE, null, Map.of(COOKIE, PENDING), fields).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(SERVICES.asked("POST", COMPLETE)).isEmpty();
	}

	@Test
	void hasAnAppAddedWhereOneIsRequired() {
		assertThat(signIn("[\"add-totp\"]").location()).isEqualTo("/sign-in/authenticator?then=%2Faccount");
		SERVICES.on("POST", COMPLETE + "/authenticator", Answer.json(200, SETUP));
		Page page = visit("/sign-in/authenticator", "p3nding.add-totp");
		assertThat(page.text(".plaza-code")).isEqualTo("GEZDGNBVGY3TQOJQ");
		assertThat(page.html().select("svg.plaza-qr path").attr("d")).startsWith("M4 4h1v1h-1z");
		SERVICES.on("POST", COMPLETE, Answer.problem(422, "wrong-second-factor"));
		Page wrong = submit(page, "/sign-in/authenticator", "p3nding.add-totp", Map.of("code", "111111"));
		assertThat(wrong.text("#code-error")).contains("That code is wrong");
		assertThat(wrong.text(".plaza-code")).isEqualTo("GEZDGNBVGY3TQOJQ");
		SERVICES.on("POST", COMPLETE, Answer.json(201,
				"{\"sessionToken\":\"s3cret\",\"recoveryCodes\":[\"AAAA-BBBB-CCCC\",\"DDDD-EEEE-FFFF\"]}"));
		Page codes = submit(page, "/sign-in/authenticator", "p3nding.add-totp", Map.of("code", "123456"));
		assertThat(codes.text(".plaza-codes")).isEqualTo("AAAA-BBBB-CCCC DDDD-EEEE-FFFF");
		assertThat(codes.headers().getCacheControl()).contains("no-store");
	}

	private Page signIn(String methods) {
		SERVICES.on("POST", OPEN, Answer.json(202,
				"{\"pendingToken\":\"p3nding\",\"methods\":" + methods + ",\"expiresAt\":\"2026-11-22T12:00:00Z\"}"));
		return submit("/sign-in?then=/account", "/sign-in", null,
				Map.of("email", "robin@example.com", "password", "correct horse battery staple"));
	}

	private Page shown(String path) {
		return visit(path, PENDING);
	}

	private Page visit(String path, String pending) {
		return page(this.client.get().uri(path).cookie(COOKIE, pending).exchange().expectBody().returnResult());
	}

	private Page complete(Map<String, String> fields) {
		return submit(shown(PAGE), PAGE, PENDING, fields);
	}

	private Page submit(Page shown, String action, String pending, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		shown.html()
			.select("form[action='" + action + "'] input[type=hidden][name]")
			.forEach((input) -> form.set(input.attr("name"), input.val()));
		fields.forEach(form::set);
		Map<String, String> cookies = new HashMap<>(cookies(shown));
		cookies.put(COOKIE, pending);
		return post(action, null, cookies, form);
	}

}

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

	/** May add an app or a passkey. */
	private static final String BOTH = "p3nding.add-totp.add-passkey";

	private static final String NEW_PASSKEY = "/sign-in/passkey/new";

	private static final String CREDENTIAL = "{\"id\":\"x\",\"response\":{\"signature\":\"y\"}}";

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
	void offersAPasskeyInsteadOfTheAppWhereItMayBeOne() {
		SERVICES.on("POST", COMPLETE + "/authenticator", Answer.json(200, SETUP));
		assertThat(visit("/sign-in/authenticator", "p3nding.add-totp").html().select("a[href*='/passkey']")).isEmpty();
		Page page = visit("/sign-in/authenticator?then=/account", BOTH);
		assertThat(page.html().select("main a[href^='/sign-in/passkey/new']").attr("href"))
			.isEqualTo("/sign-in/passkey/new?then=/account");
		Page again = submit(page, "/sign-in/authenticator", BOTH, Map.of("code", " "));
		assertThat(again.html().select("main a[href^='/sign-in/passkey/new']")).hasSize(1);
	}

	@Test
	void hasAPasskeyAddedInstead() {
		Page page = visit(NEW_PASSKEY + "?then=/account", BOTH);
		assertThat(page.html().select("form[data-passkey=create][hidden]").attr("data-options"))
			.isEqualTo(NEW_PASSKEY + "/options");
		assertThat(page.html().select("noscript").text()).contains("authenticator app instead");
		assertThat(page.html().select("main a[href^='/sign-in/authenticator']").attr("href"))
			.isEqualTo("/sign-in/authenticator?then=/account");
		SERVICES.on("POST", COMPLETE + "/passkeys/options", Answer.json(200, "{\"challenge\":\"abc\"}"));
		Page options = submit(page, NEW_PASSKEY + "/options", BOTH, csrf(page));
		assertThat(options.html().text()).contains("\"challenge\":\"abc\"");
		assertThat(options.headers().getCacheControl()).contains("no-store");
		assertThat(SERVICES.asked("POST", COMPLETE + "/passkeys/options").getFirst().body())
			.isEqualTo("{\"pendingToken\":\"p3nding\"}");
		SERVICES.on("POST", COMPLETE, Answer.json(201,
				"{\"sessionToken\":\"s3cret\",\"deviceToken\":\"kn0wn\",\"recoveryCodes\":[\"AAAA-BBBB-CCCC\"]}"));
		Page codes = submit(page, NEW_PASSKEY, BOTH, Map.of("passkeyName", "Phone", "credential", CREDENTIAL));
		assertThat(SERVICES.asked("POST", COMPLETE).getFirst().body())
			.contains("\"newPasskey\":{\"name\":\"Phone\",\"credential\":" + CREDENTIAL + "}")
			.doesNotContain("totpCode", "\"passkey\"");
		assertThat(codes.text(".plaza-codes")).isEqualTo("AAAA-BBBB-CCCC");
		assertThat(codes.html().select("main a[role=button]").attr("href")).isEqualTo("/account");
		assertThat(codes.headers().getCacheControl()).contains("no-store");
		assertThat(codes.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=s3cret;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-device=kn0wn;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(COOKIE + "=;").contains("Max-Age=0"));
	}

	@Test
	void saysWhatIsWrongWithThePasskeyOrItsName() {
		Page page = visit(NEW_PASSKEY + "?then=/account", BOTH);
		assertThat(submit(page, NEW_PASSKEY, BOTH, Map.of("passkeyName", "Phone", "credential", "no json"))
			.text("#passkeyName-error")).contains("We couldn't add this passkey");
		assertThat(SERVICES.asked("POST", COMPLETE)).isEmpty();
		SERVICES.on("POST", COMPLETE, Answer.problem(422, "passkey-refused"));
		Page refused = submit(page, NEW_PASSKEY, BOTH, Map.of("passkeyName", "Phone", "credential", CREDENTIAL));
		assertThat(refused.text("#passkeyName-error")).contains("We couldn't add this passkey");
		assertThat(refused.value("input[name=passkeyName]")).isEqualTo("Phone");
		assertThat(refused.value("input[name=then]")).isEqualTo("/account");
		assertThat(refused.html().outerHtml()).doesNotContain("p3nding", "signature");
		SERVICES.on("POST", COMPLETE, Answer.json(422, """
				{"code":"invalid-request","errors":[{"field":"newPasskey.name","code":"too-long"}]}"""));
		assertThat(submit(page, NEW_PASSKEY, BOTH, Map.of("passkeyName", "Phone", "credential", CREDENTIAL))
			.text("#passkeyName-error")).contains("100 characters or fewer");
	}

	@Test
	void beginsAnewWhereTheSignInIsOverBeforeThePasskeyIsAdded() {
		Page page = visit(NEW_PASSKEY + "?then=/account", BOTH);
		SERVICES.on("POST", COMPLETE, Answer.problem(401, "pending-sign-in-ended"));
		SERVICES.on("POST", COMPLETE + "/passkeys/options", Answer.problem(401, "pending-sign-in-ended"));
		for (String address : new String[] { NEW_PASSKEY, NEW_PASSKEY + "/options" }) {
			Map<String, String> fields = new HashMap<>(csrf(page));
			fields.putAll(Map.of("passkeyName", "Phone", "credential", CREDENTIAL, "then", "/account"));
			for (String pending : new String[] { BOTH, "" }) {
				Page ended = submit(page, address, pending, fields);
				assertThat(ended.status()).isEqualTo(HttpStatus.SEE_OTHER);
				assertThat(ended.location()).isEqualTo("/sign-in?timed-out&then=%2Faccount");
			}
			assertThat(submit(page, address, PENDING, fields).location())
				.isEqualTo("/sign-in/second-step?then=%2Faccount");
		}
		assertThat(SERVICES.asked("POST", COMPLETE)).hasSize(1);
	}

	@Test
	void leadsOnWhoComesByAddress() {
		assertThat(get(NEW_PASSKEY + "?then=/account", null).location()).isEqualTo("/sign-in?then=%2Faccount");
		assertThat(visit(NEW_PASSKEY + "?then=/account", PENDING).location())
			.isEqualTo("/sign-in/second-step?then=%2Faccount");
		assertThat(visit(NEW_PASSKEY + "?then=/account", "p3nding.add-totp").location())
			.isEqualTo("/sign-in/authenticator?then=%2Faccount");
		assertThat(visit(NEW_PASSKEY + "/options", BOTH).location()).isEqualTo(NEW_PASSKEY);
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

	private static Map<String, String> csrf(Page page) {
		return Map.of("_csrf", page.value("form[data-passkey] input[name=_csrf]"));
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

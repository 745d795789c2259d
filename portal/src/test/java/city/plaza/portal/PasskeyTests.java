package city.plaza.portal;

import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class PasskeyTests extends PortalTest {

	private static final String API = "/internal/v1/browser-sessions/passkey";

	private static final String FACTORS = "/api/v1/me/second-factor";

	private static final String PAGE = "/account/two-step/passkeys/new";

	private static final String COOKIE = "__Host-plaza-passkey";

	private static final String CREDENTIAL = "{\"id\":\"x\",\"response\":{\"signature\":\"y\"}}";

	private static final String SIGNED_IN = "{\"sessionToken\":\"s3cret\",\"deviceToken\":\"kn0wn\",\"recoveryCodes\":[]}";

	/** The script shows it; without one, or in an older browser, nothing offers it. */
	@Test
	void isHiddenUntilTheScriptFindsThatTheBrowserKnowsPasskeys() {
		Page page = get("/sign-in?then=/account", null);
		assertThat(page.html().select("form[data-passkey=get][hidden]").attr("data-options"))
			.isEqualTo("/sign-in/passkey/options");
		assertThat(page.html().select("script[src*=passkey]")).hasSize(1);
		assertThat(page.html().select("script:not([src]), [onclick], [style]")).isEmpty();
	}

	@Test
	void bindsTheChallengeToTheBrowserAndSignsIn() {
		SERVICES.on("POST", API + "/options", Answer.json(200,
				"{\"handle\":\"h4ndle\",\"options\":{\"challenge\":\"abc\",\"allowCredentials\":[]}}"));
		Page options = submit("/sign-in", "/sign-in/passkey/options", Map.of(), Map.of());
		assertThat(options.html().text()).contains("\"challenge\":\"abc\"").doesNotContain("h4ndle");
		assertThat(options.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(COOKIE + "=h4ndle;")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax"));
		SERVICES.on("POST", API, Answer.json(201, SIGNED_IN));
		Page page = submit("/sign-in", "/sign-in/passkey", Map.of(COOKIE, "h4ndle"),
				Map.of("credential", CREDENTIAL, "then", "/account"));
		assertThat(page.location()).isEqualTo("/account");
		assertThat(SERVICES.asked("POST", API).getFirst().body()).contains("\"handle\":\"h4ndle\"",
				"\"credential\":" + CREDENTIAL);
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=s3cret;"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(COOKIE + "=;"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "[]", "{\"a\":" })
	void signsNobodyInWithSomethingElse(String credential) {
		Page page = submit("/sign-in", "/sign-in/passkey", Map.of(COOKIE, "h4ndle"), Map.of("credential", credential));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#email-error")).contains("That passkey didn't work here");
		assertThat(SERVICES.asked("POST", API)).isEmpty();
	}

	@Test
	void saysThatAPasskeyIsRefused() {
		SERVICES.on("POST", API, Answer.problem(422, "wrong-passkey"));
		Page page = submit("/sign-in", "/sign-in/passkey", Map.of(COOKIE, "h4ndle"), Map.of("credential", CREDENTIAL));
		assertThat(page.text("#email-error")).contains("sign in with your email and password");
	}

	@Test
	void asksForThePasswordBeforeOneIsAdded() {
		factors(false);
		assertThat(get(PAGE, resident()).location())
			.isEqualTo("/account/confirm?then=%2Faccount%2Ftwo-step%2Fpasskeys%2Fnew");
	}

	@Test
	void addsOneAndSaysWhatIsWrong() {
		factors(true);
		assertThat(get(PAGE, resident()).html().select("form[data-passkey=create][hidden]")).hasSize(1);
		SERVICES.on("POST", FACTORS + "/passkeys", Answer.problem(422, "passkey-refused"));
		assertThat(submit(PAGE, PAGE, resident(), Map.of("passkeyName", "Phone", "credential", CREDENTIAL))
			.text("#passkeyName-error")).contains("We couldn't add this passkey");
		SERVICES.on("POST", FACTORS + "/passkeys", Answer.json(200, "{\"recoveryCodes\":[]}"));
		assertThat(submit(PAGE, PAGE, resident(), Map.of("passkeyName", "Phone", "credential", CREDENTIAL)).location())
			.isEqualTo("/account/two-step?passkey-added");
	}

	private Page submit(String path, String action, Map<String, String> more, Map<String, String> fields) {
		Page shown = get(path, null);
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("_csrf", shown.value("form[action='/sign-in/passkey'] input[name=_csrf]"));
		fields.forEach(form::set);
		Map<String, String> cookies = new HashMap<>(cookies(shown));
		cookies.putAll(more);
		return post(action, null, cookies, form);
	}

	private static void factors(boolean proved) {
		SERVICES.on("GET", FACTORS, Answer.json(200, """
				{"required":false,"authenticatorAddedAt":null,"passkeys":[],"recoveryCodesLeft":0,"proved":%s}"""
			.formatted(proved)));
	}

}

package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TwoStepTests extends PortalTest {

	private static final String API = "/api/v1/me/second-factor";

	private static final String PAGE = "/account/two-step";

	private static final String SETUP = """
			{"key":"GEZDGNBVGY3TQOJQ","uri":"otpauth://totp/City:pat@example.org?secret=GEZDGNBVGY3TQOJQ"}""";

	private static final String CODES = "{\"recoveryCodes\":[\"AAAA-BBBB-CCCC\",\"DDDD-EEEE-FFFF\"]}";

	@Test
	void showsThatNothingIsOnAndOffersTheApp() {
		factors(false, "null", 0);
		Page page = get(PAGE, resident());
		assertThat(page.text("main")).contains("Authenticator app", "Off");
		assertThat(page.html().select("main a[href='/account/two-step/app']").text())
			.isEqualTo("Set up an authenticator app");
		assertThat(page.html().select("a[href='/account/two-step/recovery-codes']")).isEmpty();
	}

	@Test
	void warnsWhenFewCodesAreLeft() {
		factors(false, "\"2026-03-02T15:09:05Z\"", 2);
		assertThat(get(PAGE, resident()).text(".govuk-inset-text")).contains("Make new recovery codes now");
		factors(false, "\"2026-03-02T15:09:05Z\"", 3);
		Page page = get(PAGE, resident());
		assertThat(page.html().select(".govuk-inset-text")).isEmpty();
		assertThat(page.text("main")).contains("You have 3 recovery codes left.", "On since 3/2/2026");
	}

	@Test
	void offersNoRemovalOfTheLastMethodWhereOneIsRequired() {
		factors(true, "\"2026-03-02T15:09:05Z\"", 10);
		Page page = get(PAGE, finance());
		assertThat(page.text("main")).contains("you can't turn it off");
		assertThat(page.html().select("a[href='/account/two-step/app/remove']")).isEmpty();
		assertThat(page.html().select("header a[href='/account/two-step']")).hasSize(1);
	}

	@Test
	void addsAnAppAndShowsTheCodesOnce() {
		SERVICES.on("POST", API + "/authenticator", Answer.json(200, SETUP));
		SERVICES.on("POST", API + "/authenticator/confirmation", Answer.problem(422, "wrong-second-factor"));
		Page wrong = submit(PAGE + "/app", PAGE + "/app", resident(), Map.of("code", "111111"));
		assertThat(wrong.text("#code-error")).contains("That code is wrong");
		assertThat(wrong.text(".plaza-code")).isEqualTo("GEZDGNBVGY3TQOJQ");
		SERVICES.on("POST", API + "/authenticator/confirmation", Answer.json(200, CODES));
		Page codes = submit(PAGE + "/app", PAGE + "/app", resident(), Map.of("code", "123456"));
		assertThat(codes.text(".plaza-codes")).isEqualTo("AAAA-BBBB-CCCC DDDD-EEEE-FFFF");
		SERVICES.on("POST", API + "/authenticator/confirmation", Answer.json(200, "{\"recoveryCodes\":[]}"));
		assertThat(submit(PAGE + "/app", PAGE + "/app", resident(), Map.of("code", "123456")).location())
			.isEqualTo(PAGE + "?added");
	}

	@Test
	void removesAnAppAndRenewsCodes() {
		SERVICES.on("DELETE", API + "/authenticator", new Answer(204, "text/plain", "", Map.of()));
		assertThat(submit(PAGE + "/app/remove", PAGE + "/app/remove", resident(), Map.of()).location())
			.isEqualTo(PAGE + "?removed");
		SERVICES.on("POST", API + "/recovery-codes", Answer.json(200, CODES));
		assertThat(
				submit(PAGE + "/recovery-codes", PAGE + "/recovery-codes", resident(), Map.of()).text(".plaza-codes"))
			.contains("AAAA-BBBB-CCCC");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/remove", "/recovery-codes" })
	void asksForThePasswordBeforeAChange(String change) {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("DELETE", API + "/authenticator", Answer.problem(403, "proof-needed"));
		SERVICES.on("POST", API + "/recovery-codes", Answer.problem(403, "proof-needed"));
		String location = submit(PAGE + change, PAGE + change, resident(), Map.of()).location();
		assertThat(location).startsWith("/account/confirm?then=");
		SERVICES.on("POST", "/api/v1/sessions/current/proof", Answer.problem(422, "wrong-password"));
		Page wrong = submit(String.valueOf(location), "/account/confirm", resident(), Map.of("password", "wrong"));
		assertThat(wrong.text("#password-error")).contains("That password is wrong");
		assertThat(wrong.html().outerHtml()).doesNotContain("value=\"wrong\"");
		SERVICES.on("POST", "/api/v1/sessions/current/proof", new Answer(204, "text/plain", "", Map.of()));
		assertThat(submit(String.valueOf(location), "/account/confirm", resident(), Map.of("password", "right"))
			.location()).isEqualTo(PAGE + change);
	}

	/** Of an account that is signed in to by a provider alone. */
	@Test
	void asksForANewSignInWhereThereIsNoPassword() {
		SERVICES.on("GET", "/api/v1/me", Answer.json(200, Samples.ME.body().replace("true", "false")));
		Page page = get("/account/confirm?then=/account/email", resident());
		assertThat(page.text("h1")).isEqualTo("Sign in again");
		assertThat(page.html().select("main a.govuk-button").attr("href")).isEqualTo("/sign-in?then=/account/email");
		assertThat(page.html().select("main form")).isEmpty();
	}

	@Test
	void asksForThePasswordBeforeASetup() {
		SERVICES.on("POST", API + "/authenticator", Answer.problem(403, "proof-needed"));
		assertThat(get(PAGE + "/app", resident()).location())
			.isEqualTo("/account/confirm?then=%2Faccount%2Ftwo-step%2Fapp");
	}

	private static void factors(boolean required, String addedAt, int left) {
		SERVICES.on("GET", API, Answer.json(200, """
				{"required":%s,"authenticatorAddedAt":%s,"passkeys":[],"recoveryCodesLeft":%d,"proved":true}"""
			.formatted(required, addedAt, left)));
	}

}

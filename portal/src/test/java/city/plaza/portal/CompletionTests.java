package city.plaza.portal;

import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of a registration in a browser without JavaScript. */
class CompletionTests extends PortalTest {

	private static final String STATE = "/api/v1/me/registration";

	private static final String CONTACT = "/registration/contact";

	private static final String ADDRESS = "/registration/address";

	private static final String SIGNATURE = "/registration/signature";

	@BeforeEach
	void begin() {
		SERVICES.on("GET", STATE, Registrations.begun("acknowledgment", "{}"));
		for (String step : new String[] { "acknowledgment", "contact", "address", "signature" }) {
			SERVICES.on("PUT", "/api/v1/me/" + step, Answer.json(200, Registrations.progress("contact")));
			SERVICES.on("PUT", STATE + "/drafts/" + step, new Answer(204, "application/json", "", Map.of()));
		}
		SERVICES.on("POST", STATE, Answer.json(200, Registrations.progress("")));
	}

	@ParameterizedTest
	@CsvSource({ "acknowledgment, /registration/acknowledgment?confirmed", "address, /registration/address?confirmed",
			"check, /registration/check?confirmed", "'', /" })
	void goesOnAtTheFirstStepThatIsMissing(String next, String address) {
		SERVICES.on("GET", STATE, Registrations.begun(next, "{}"));
		assertThat(get("/registration?confirmed", resident()).location()).isEqualTo(address);
	}

	@Test
	void asksToAcceptTheTextThatWasShown() {
		Page page = get("/registration/acknowledgment?confirmed", resident());
		assertThat(page.text("main")).contains("Step 1 of 5", "What I write is true.", "Version 2026-11",
				"Your email is confirmed");
		Page sent = submit("/registration/acknowledgment", "/registration/acknowledgment", resident(), Map.of());
		assertThat(sent.location()).isEqualTo(CONTACT);
		assertThat(asked("acknowledgment"))
			.isEqualTo("{\"accepted\":true,\"version\":\"2026-11\",\"language\":\"en\"}");
	}

	@Test
	void keepsThePhoneOutOfSightUntilItIsAskedForOrEntered() {
		assertThat(get(CONTACT, resident()).html().select("details[open] #phone")).isEmpty();
		assertThat(get(CONTACT, resident()).html().select("details #phone[autocomplete=tel]")).hasSize(1);
		SERVICES.on("GET", STATE, Registrations.entered("check"));
		Page filled = get(CONTACT, resident());
		assertThat(filled.html().select("details[open] #phone").attr("value")).isEqualTo("(312) 555-0123");
		assertThat(filled.html().select("input[name=preference][checked]").attr("value")).isEqualTo("text-message");
		assertThat(filled.html().select("input[name=language][checked]").attr("value")).isEqualTo("es");
	}

	@Test
	void showsWhatIsWrongAndKeepsWhatWasTyped() {
		SERVICES.on("PUT", "/api/v1/me/contact", Answer.problem(422, """
				{"code":"invalid-request","errors":[{"field":"phone","code":"required","message":"x"}]}""", Map.of()));
		Page page = submit(CONTACT, CONTACT, resident(), Map.of("preference", "phone", "phone", "", "language", "en"));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#phone-error")).contains("Enter a phone number");
		assertThat(page.html().select("details[open] #phone")).hasSize(1);
		assertThat(page.html().select("input[name=preference][checked]").attr("value")).isEqualTo("phone");
	}

	@ParameterizedTest
	@CsvSource({ "/registration/contact, /registration/acknowledgment", "/registration/address, /registration/contact",
			"/registration/signature, /registration/address" })
	void goesBackWithWhatWasTypedRightOrWrong(String path, String before) {
		Page sent = submit(path, path, resident(),
				Map.of("go", "back", "phone", "31", "postalCode", "6", "signature", "<R"));
		assertThat(sent.location()).isEqualTo(before);
		String step = path.substring("/registration/".length());
		String draft = SERVICES.asked("PUT", STATE + "/drafts/" + step).getFirst().body();
		assertThat(draft).containsAnyOf("\"phone\":\"31\"", "\"postalCode\":\"6\"", "\"signature\":\"<R\"")
			.doesNotContain("_csrf", "\"go\"");
		assertThat(SERVICES.asked("PUT", "/api/v1/me/" + step)).isEmpty();
	}

	@Test
	void showsADraftOnWhateverDevice() {
		SERVICES.on("GET", STATE, Registrations.begun("address",
				"{\"address\":{\"line1\":\"1 <Main>\",\"state\":\"PR\"},\"signature\":{\"signature\":\"R\",\"drawing\":\"600.200_1.2\"}}"));
		Page page = get(ADDRESS, resident());
		assertThat(page.value("#line1")).isEqualTo("1 <Main>");
		assertThat(page.html().select("#state option[selected]").text()).isEqualTo("Puerto Rico");
		assertThat(page.html().select("#state option")).hasSize(63);
		assertThat(get(SIGNATURE, resident()).value("input[name=drawing]")).isEqualTo("600.200_1.2");
	}

	@Test
	void skipsAStepThatTheCityLeavesOpen() {
		assertThat(get(ADDRESS, resident()).html().select("main form a").attr("href")).isEqualTo(SIGNATURE);
		assertThat(get(CONTACT, resident()).html().select("main form a")).isEmpty();
	}

	@Test
	void signsByTheTypedNameWithoutTheScript() {
		Page sent = submit(SIGNATURE, SIGNATURE, resident(), Map.of("signature", "Robin O'Example", "method", ""));
		assertThat(sent.location()).isEqualTo("/registration/check");
		assertThat(asked("signature"))
			.isEqualTo("{\"name\":\"Robin O'Example\",\"method\":\"typed\",\"drawing\":null}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			on | ''    | 600.200_1.2.3.4_5.6 | "drawn","drawing":{"width":600,"height":200,"strokes":[[1,2,3,4],[5,6]]}
			on | typed | 600.200_1.2.3.4     | "typed","drawing":null
			'' | ''    | 600.200_1.2.3.4     | "typed","drawing":null
			on | ''    | ''                  | "drawn","drawing":null
			on | ''    | <svg onload=x>      | "drawn","drawing":null
			on | ''    | 99999.1_1.2         | "drawn","drawing":null
			on | ''    | 600.200__1.2        | "drawn","drawing":null
			""")
	void sendsTheDrawingOrTheTypedName(String pad, String method, String drawing, String body) {
		submit(SIGNATURE, SIGNATURE, resident(),
				Map.of("signature", "Robin", "pad", pad, "method", method, "drawing", drawing));
		assertThat(asked("signature")).isEqualTo("{\"name\":\"Robin\",\"method\":" + body + "}");
	}

	@Test
	void showsAllAnswersBeforeTheyAreSubmittedAndNoMarkupOfTheirs() {
		SERVICES.on("GET", STATE, Registrations.entered("check"));
		Page page = get("/registration/check", resident());
		assertThat(page.text("dl")).contains("(312) 555-0123", "Text message", "1 <b>Main</b> St",
				"Any Town, IL 62601-1234", "Robin O'Example <script>");
		assertThat(page.html().select("main script, main dd b")).isEmpty();
		assertThat(page.html().select("svg path").attr("d")).isEqualTo("M10 20L30 40M50 60");
		assertThat(page.html().select("dl a").eachAttr("href")).hasSize(4)
			.allSatisfy((href) -> assertThat(href).endsWith("?from=check"));
		Page sent = submit("/registration/check", "/registration/check", resident(), Map.of());
		assertThat(sent.location()).isEqualTo("/?registered");
	}

	@ParameterizedTest
	@CsvSource({ "check, /registration/check", "account, /account?changed=contact",
			"https://evil.example, /registration/address" })
	void returnsAChangedAnswerToWhereItWasAskedFor(String from, String after) {
		String form = from.startsWith("https") ? CONTACT : CONTACT + "?from=" + from;
		Page shown = get(CONTACT + "?from=" + from, resident());
		Map<String, String> fields = new HashMap<>();
		shown.html()
			.select("form[action='" + form + "'] input[type=hidden]")
			.forEach((input) -> fields.put(input.attr("name"), input.val()));
		assertThat(fields).as("the form leads to %s", form).containsKey("_csrf");
		LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
		fields.forEach(sent::add);
		assertThat(post(form, resident(), cookies(shown), sent).location()).isEqualTo(after);
	}

	/** The back button, or a second tab, after all was submitted. */
	@ParameterizedTest
	@ValueSource(strings = { "/registration/acknowledgment", SIGNATURE, "/registration/check" })
	void leadsHomeOnceAllIsSubmitted(String path) {
		SERVICES.on("GET", STATE, Registrations.entered("check"));
		Page old = get(path, resident());
		SERVICES.on("GET", STATE, Registrations.entered(""));
		assertThat(get(path, resident()).location()).isEqualTo("/registration");
		assertThat(get("/registration", resident()).location()).isEqualTo("/");
		for (String step : new String[] { "acknowledgment", "signature" }) {
			SERVICES.on("PUT", "/api/v1/me/" + step, Answer.problem(409, "registration-submitted"));
		}
		Page sent = post(path, resident(), cookies(old), PayForms.of(old, path));
		assertThat(sent.location()).isIn("/registration", "/?registered");
	}

	@Test
	void leadsToTheStepThatAnotherTabTookBack() {
		SERVICES.on("GET", STATE, Registrations.entered("check"));
		Page old = get("/registration/check", resident());
		SERVICES.on("POST", STATE, Answer.problem(409, "registration-incomplete"));
		Page sent = post("/registration/check", resident(), cookies(old), PayForms.of(old, "/registration/check"));
		assertThat(sent.location()).isEqualTo("/registration");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/registration/acknowledgment", CONTACT, ADDRESS, SIGNATURE, "/registration/check" })
	void takesNothingFromAnotherSiteOrWithoutASignIn(String path) {
		LinkedMultiValueMap<String, String> forged = new LinkedMultiValueMap<>();
		forged.add("accepted", "true");
		assertThat(post(path, resident(), Map.of(), forged).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(SERVICES.asked("PUT", "/api/v1/me/contact")).isEmpty();
		assertThat(SERVICES.asked("POST", STATE)).isEmpty();
		assertThat(get(path, null).location()).startsWith("/sign-in?then=");
	}

	private static String asked(String step) {
		return SERVICES.asked("PUT", "/api/v1/me/" + step).getFirst().body();
	}

}

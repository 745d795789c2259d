package city.plaza.portal;

import java.util.List;
import java.util.Map;

import city.plaza.platform.testing.TestTokens;
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

/** The help desk finds an old account and emails a hint. */
class LegacySearchTests extends PortalTest {

	private static final String PATH = "/staff/legacy-residents";

	private static final String SEARCHES = "/api/v1/legacy-residents/searches";

	private static final String PAT = "0198c0de-0000-7000-8000-000000000050";

	private static final String ALEX = "0198c0de-0000-7000-8000-000000000051";

	private static final String HINTS = "/api/v1/legacy-residents/" + PAT + "/hints";

	private static final String FOUND = """
			{"items":[
			 {"id":"%s","name":"Pat <b>Example</b>","address":"125 Main St, Any Town, IL 62601",
			  "customerNumbers":["100234","100235"],"maskedEmail":"p***t@e***.com","reclaimedAt":null},
			 {"id":"%s","name":"Alex Example","address":null,"customerNumbers":[],"maskedEmail":"a***x@e***.com",
			  "reclaimedAt":"2026-03-02T15:00:00Z"}],"more":%s}""";

	@Test
	void isForTheHelpDeskAndAdministrators() {
		for (String path : List.of(PATH, PATH + "/" + PAT, PATH + "/" + PAT + "/hint")) {
			assertThat(get(path, finance()).status()).as(path).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(get(path, resident()).status()).as(path).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(get(path, null).location()).as(path).startsWith("/sign-in");
		}
		assertThat(get(PATH, helpDesk()).status()).isEqualTo(HttpStatus.OK);
		assertThat(get(PATH, TestTokens.staff("administrator")).status()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void isWhereTheHelpDeskBegins() {
		assertThat(get("/", helpDesk()).location()).isEqualTo("/staff");
		Page start = get("/staff", helpDesk());
		assertThat(start.html().select("main a").eachAttr("href")).containsExactly(PATH);
		assertThat(start.html().select("nav[aria-label=Main] a").eachAttr("href")).contains(PATH)
			.doesNotContain("/staff/people", "/finance");
		assertThat(get("/contact", finance()).html().select("a[href='" + PATH + "']")).isEmpty();
		assertThat(get("/contact", resident()).html().select("a[href='" + PATH + "']")).isEmpty();
	}

	@Test
	void showsWhatWasFoundAndPutsNoNameIntoAnAddress() {
		SERVICES.on("POST", SEARCHES, Answer.json(200, FOUND.formatted(PAT, ALEX, true)));
		Page page = search(" Example ");
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
		assertThat(SERVICES.asked("POST", SEARCHES).getFirst().body()).isEqualTo("{\"query\":\"Example\"}");
		assertThat(page.value("#query")).isEqualTo("Example");
		assertThat(page.text("main")).contains("Pat <b>Example</b>", "125 Main St, Any Town, IL 62601",
				"100234, 100235", "p***t@e***.com", "Not created yet", "No address on file", "No customer number",
				"Created on 3/2/2026", "These are the first 2.");
		assertThat(page.html().select("main b")).isEmpty();
		assertThat(page.html().select("main section form").eachAttr("action")).containsExactly(PATH + "/" + PAT);
		assertThat(page.html().select("a[href]").eachAttr("href"))
			.allSatisfy((address) -> assertThat(address).doesNotContain("Example", "Main"));
	}

	@Test
	void saysThatNothingMatches() {
		SERVICES.on("POST", SEARCHES, Answer.json(200, "{\"items\":[],\"more\":false}"));
		Page page = search("Nobody");
		assertThat(page.text("main")).contains("No old account matches.").doesNotContain("These are the first");
		assertThat(page.html().select("main section")).isEmpty();
	}

	@Test
	void asksForMoreThanTwoCharacters() {
		SERVICES.on("POST", SEARCHES, Answer.problem(422, "invalid-query"));
		Page page = search("Pa");
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#query-error")).contains("Enter 3 to 100 characters").doesNotContain("own words");
		assertThat(page.value("#query")).isEqualTo("Pa");
	}

	@Test
	void emailsAHintAfterAskingOnceMore() {
		SERVICES.on("POST", HINTS, new Answer(202, "application/json", "", Map.of()));
		Page asked = ask();
		assertThat(asked.text("h1")).isEqualTo("Do you want to email a hint to this person?");
		assertThat(asked.text("main dl")).contains("Pat <b>Example</b>", "125 Main St", "p***t@e***.com");
		assertThat(asked.html().select("main b")).isEmpty();
		assertThat(SERVICES.asked("POST", HINTS)).isEmpty();
		Page sent = press(asked, PATH + "/" + PAT + "/hint");
		assertThat(sent.location()).isEqualTo(PATH + "?hinted");
		assertThat(SERVICES.asked("POST", HINTS)).singleElement()
			.satisfies((hint) -> assertThat(hint.body()).isEqualTo("{\"language\":\"en\"}"));
		assertThat(get(PATH + "?hinted", helpDesk()).text("[role=status]")).contains("The email is on its way.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			429 | hint-sent-already | 3601 | You can send another in 2 hours.
			409 | already-reclaimed |      | has already created a new account
			""")
	void saysWhyNoHintIsSent(int status, String code, String wait, String text) {
		SERVICES.on("POST", HINTS, Answer.problem(status, "{\"code\":\"" + code + "\",\"detail\":\"English.\"}",
				(wait != null) ? Map.of("Retry-After", wait) : Map.of()));
		Page refused = press(ask(), PATH + "/" + PAT + "/hint");
		assertThat(refused.status().value()).isEqualTo(status);
		assertThat(refused.headers().getFirst("Retry-After")).isEqualTo(wait);
		assertThat(refused.text("#send-error")).contains(text).doesNotContain("English.");
		assertThat(refused.text("main dl")).contains("Pat <b>Example</b>", "p***t@e***.com");
	}

	@Test
	void showsThatARecordIsGone() {
		SERVICES.on("POST", HINTS, Answer.problem(404, "not-found"));
		assertThat(press(ask(), PATH + "/" + PAT + "/hint").status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void refusesAFormOfAnotherSite() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of("query", List.of("Example")));
		for (String path : List.of(PATH, PATH + "/" + PAT, PATH + "/" + PAT + "/hint")) {
			assertThat(post(path, helpDesk(), Map.of(), form).status()).isEqualTo(HttpStatus.FORBIDDEN);
		}
		assertThat(SERVICES.asked("POST", SEARCHES)).isEmpty();
		assertThat(SERVICES.asked("POST", HINTS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { PATH + "/" + PAT, PATH + "/" + PAT + "/hint" })
	void leadsBackToTheSearchByAddress(String path) {
		assertThat(get(path, helpDesk()).location()).isEqualTo(PATH);
	}

	private Page search(String query) {
		return submit(PATH, PATH, helpDesk(), Map.of("query", query));
	}

	/** The page that asks whether to email the first that was found. */
	private Page ask() {
		SERVICES.on("POST", SEARCHES, Answer.json(200, FOUND.formatted(PAT, ALEX, false)));
		Page form = get(PATH, helpDesk());
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>(Map.of("query", List.of("Example")));
		query.set("_csrf", form.value("form[action='" + PATH + "'] input[name=_csrf]"));
		Page found = post(PATH, helpDesk(), cookies(form), query);
		return post(PATH + "/" + PAT, helpDesk(), cookies(form), filled(found, PATH + "/" + PAT));
	}

	private Page press(Page page, String action) {
		Page fresh = get(PATH, helpDesk());
		MultiValueMap<String, String> form = filled(page, action);
		form.set("_csrf", fresh.value("form[action='" + PATH + "'] input[name=_csrf]"));
		return post(action, helpDesk(), cookies(fresh), form);
	}

	private static MultiValueMap<String, String> filled(Page page, String action) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		page.html()
			.select("form[action='" + action + "'] input[name]")
			.stream()
			.filter((input) -> !input.attr("type").equals("radio") || input.hasAttr("checked"))
			.forEach((input) -> form.set(input.attr("name"), input.val()));
		return form;
	}

	private static String helpDesk() {
		return TestTokens.staff("help-desk");
	}

}

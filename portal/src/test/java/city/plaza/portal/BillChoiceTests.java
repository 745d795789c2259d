package city.plaza.portal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Manage bills: which ones are shown, in which order, page by page. */
class BillChoiceTests extends PortalTest {

	private static final String BILLS = "/api/v1/customers/100234/bills";

	private static final String PAGE = "/customers/100234/bills";

	@BeforeEach
	void linked() {
		SERVICES.on("GET", "/api/v1/customers/100234", Samples.CUSTOMER);
		SERVICES.on("GET", BILLS, Samples.bills("2021-06-15", false, 201));
	}

	@Test
	void asksTheServiceForWhatWasChosenAndShowsIt() {
		Page page = get(PAGE + "?asOf=6%2F15%2F2021&state=unpaid&year=2021&type=NEW&sort=-total-unpaid", resident());
		assertThat(query()).contains("asOf=2021-06-15", "state=unpaid", "year=2021", "type=NEW", "sort=-total-unpaid");
		assertThat(page.html().select("select option[selected]").eachText()).containsExactly("Unpaid bills", "2021",
				"A new type", "Total unpaid, most first");
		assertThat(page.html().select("details.plaza-filter").hasAttr("open")).isTrue();
		assertThat(page.html().select("select").eachAttr("form")).containsOnly("choice");
		assertThat(page.text(".plaza-filtered"))
			.isEqualTo("201 bills match what you chose. The totals are still for all bills. Show all bills");
		assertThat(page.html().select(".plaza-filtered a").attr("href")).isEqualTo(PAGE + "?asOf=2021-06-15");
		assertThat(page.text("main")).contains("2 Bill(s) found, bill years 2015 to 2026 only", "Total Unpaid $500.00");
	}

	@Test
	void saysNothingOfAFilterWhereThereIsNone() {
		Page page = get(PAGE, resident());
		assertThat(page.html().select(".plaza-filtered")).isEmpty();
		assertThat(page.html().select("details.plaza-filter").hasAttr("open")).isFalse();
		assertThat(page.html().select("#type option").eachText()).containsExactly("All types",
				"Claims for damage to city property", "A new type");
	}

	@Test
	void keepsTheChoiceOnTheWayToEachPageAndBill() {
		Page page = get(PAGE + "?asOf=2021-06-15&state=unpaid&type=A%26B%20%C3%A9&page=2", resident());
		String kept = "?asOf=2021-06-15&state=unpaid&type=A%26B%20%C3%A9";
		assertThat(page.text(".plaza-range")).isEqualTo("51–100 of 201");
		assertThat(page.html().select(".plaza-paging a").eachAttr("href")).containsExactly(PAGE + kept, PAGE + kept,
				PAGE + kept + "&page=3", PAGE + kept + "&page=5");
		assertThat(page.html().select(".plaza-paging a").eachText()).containsExactly("First page", "Previous page",
				"Next page", "Last page");
		String bill = page.html().select("tbody tr").get(1).select("a").attr("href");
		assertThat(bill).isEqualTo("/bills/62826" + kept + "&page=2");
		SERVICES.on("GET", "/api/v1/bills/62826", Samples.bill("62826", false, 25000, false));
		Page details = get(bill, resident());
		assertThat(SERVICES.asked("GET", "/api/v1/bills/62826").getFirst().query()).isEqualTo("asOf=2021-06-15");
		assertThat(details.html().select(".govuk-back-link").attr("href")).isEqualTo(PAGE + kept + "&page=2");
	}

	@Test
	void leadsForwardOnlyFromTheFirstPageAndBackOnlyFromTheLast() {
		assertThat(get(PAGE, resident()).html().select(".plaza-paging a").eachText()).containsExactly("Next page",
				"Last page");
		Page last = get(PAGE + "?page=5", resident());
		assertThat(last.html().select(".plaza-paging a").eachText()).containsExactly("First page", "Previous page");
		assertThat(last.text(".plaza-range")).isEqualTo("201 of 201");
	}

	/** Of a list of unpaid bills some may have been paid. */
	@Test
	void showsTheLastPageWhereThereAreFewerByNow() {
		Page page = get(PAGE + "?state=unpaid&page=9", resident());
		assertThat(SERVICES.asked("GET", BILLS)).extracting((asked) -> asked.query())
			.containsExactly("state=unpaid&page=9", "state=unpaid&page=5");
		assertThat(page.text(".plaza-range")).isEqualTo("201 of 201");
	}

	@ParameterizedTest
	@CsvSource({ "state, open", "year, 20x1", "year, 20211", "type, A%0AB", "sort, owner" })
	void refusesWhatIsNotInTheListBesideIt(String field, String value) {
		Page page = get(PAGE + "?" + field + "=" + value, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#" + field);
		assertThat(page.text("#" + field + "-error")).contains("Choose one of the options");
		assertThat(page.html().select("select#" + field + "[aria-invalid=true]")).hasSize(1);
		assertThat(SERVICES.asked("GET", BILLS)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0", "-1", "x", "1.5", "99999999999999", "''" })
	void takesWhatIsNoPageForTheFirst(String page) {
		assertThat(get(PAGE + "?page=" + page, resident()).text(".plaza-range")).isEqualTo("1–50 of 201");
	}

	@Test
	void showsAProblemThatTheServiceFindsBesideTheFilter() {
		SERVICES.on("GET", BILLS, Answer.problem(422, "invalid-filter"));
		assertThat(get(PAGE + "?year=2021", resident()).text("#state-error")).contains("Choose one of the options");
	}

	@Test
	void saysSoWhereNothingMatches() {
		SERVICES.on("GET", BILLS,
				Answer.json(200,
						Samples.bills("2021-06-15", false, 0)
							.body()
							.replaceAll("(?s)\"items\":\\[.*],\"next\"", "\"items\":[],\"next\"")));
		Page page = get(PAGE + "?year=2015", resident());
		assertThat(page.text(".plaza-filtered")).startsWith("No bill matches what you chose.");
		assertThat(page.html().select("table")).isEmpty();
		assertThat(page.html().select("#year option[selected]").text()).isEqualTo("2015");
	}

	/** Else a bookmark of today's list would show today's figures for ever. */
	@Test
	void isAsOfTodayWhereTodayWasTyped() {
		String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();
		get(PAGE + "?asOf=" + today, resident());
		assertThat(query()).isEqualTo("page=1");
	}

	@Test
	void offersToSelectWhatCanBePaid() {
		String asOf = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(1).toString();
		SERVICES.on("GET", BILLS, Samples.bills(asOf, true, 2));
		Page page = get(PAGE + "?state=unpaid", resident());
		assertThat(page.html().select("form[action='/payments/new'] input[name=bill]").eachAttr("value"))
			.isEqualTo(List.of("62826"));
		assertThat(page.text("label[for=select-62826]")).isEqualTo("Select bill 62826");
		assertThat(page.value("input[name=back]")).isEqualTo(PAGE + "?state=unpaid");
		assertThat(page.html().select("#select-62826").attr("data-amount")).isEqualTo("25000");
		assertThat(page.text("form[action='/payments/new'] button")).isEqualTo("Pay selected");
	}

	@ParameterizedTest
	@CsvSource({ "none, Select at least one bill to pay", "too-many, Select 50 bills or fewer" })
	void saysWhyNothingIsPaidYet(String why, String text) {
		Page page = get(PAGE + "?state=unpaid&pay=" + why, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text(".govuk-error-summary a")).startsWith(text);
		assertThat(page.html().select("tbody tr")).hasSize(2);
		assertThat(page.html().select(".plaza-paging a").eachAttr("href")).noneMatch((href) -> href.contains("pay="));
	}

	/** While instances are replaced, billing may be of the release before. */
	@Test
	void showsTheListOfABillingThatKnowsNoChoice() {
		SERVICES.on("GET", BILLS,
				Answer.json(200,
						Samples.bills("2021-06-15", false, 2)
							.body()
							.replaceAll("(?s)\"matching\":2,\"facets\":\\{.*?]},", "")));
		Page page = get(PAGE, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().select("tbody tr")).hasSize(2);
	}

	@Test
	void isDownOnlyAsLongAsBillingIs() {
		SERVICES.on("GET", BILLS, Answer.problem(503, "temporarily-unavailable"));
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		Page page = get(PAGE, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(page.text("h1")).isEqualTo("Sorry, this part is not available");
		assertThat(get("/linked-accounts", resident()).status()).isEqualTo(HttpStatus.OK);
	}

	/** The links are asked for only where billing knows none. */
	@Test
	void isThereWhileAccountLinkIsDown() {
		SERVICES.on("GET", "/api/v1/customer-links", Answer.problem(503, "temporarily-unavailable"));
		assertThat(get(PAGE, resident()).status()).isEqualTo(HttpStatus.OK);
		assertThat(get("/manage-bills", resident()).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void showsWhatTheLedgerWroteAsItIs() {
		String name = "<b>" + "\u674e".repeat(200) + "</b> & \u0645\u062d\u0645\u062f";
		SERVICES.on("GET", "/api/v1/customers/100234",
				Answer.json(200, Samples.CUSTOMER.body().replace("EXAMPLE CUSTOMER", name)));
		assertThat(get(PAGE, resident()).text("dd")).contains(name);
	}

	/** Who hears the page in Spanish is told that the name is not. */
	@Test
	void saysThatATypeIsNamedInEnglishOnly() {
		Page page = page(this.client.get()
			.uri("http://localhost:" + this.port + PAGE)
			.headers((headers) -> bearer(headers, resident()))
			.header("Accept-Language", "es")
			.exchange()
			.expectBody()
			.returnResult());
		assertThat(page.html().select("#type option[lang=en]").eachText()).containsExactly("A new type");
		assertThat(page.html().select("#type option[lang=es]").eachText()).hasSize(1);
	}

	private static String query() {
		return String.valueOf(SERVICES.asked("GET", BILLS).getLast().query());
	}

}

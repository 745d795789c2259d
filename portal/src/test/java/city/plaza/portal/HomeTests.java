package city.plaza.portal;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class HomeTests extends PortalTest {

	@BeforeEach
	void answerAll() {
		SERVICES.on("GET", "/api/v1/billing-summary", Samples.SUMMARY);
		SERVICES.on("GET", "/api/v1/payments", Samples.payments(Samples.payment("submitted", false, "", "")));
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
	}

	@Test
	void welcomesWithAllWaysToBegin() {
		Page page = get("/", null);
		assertThat(page.html().select("main .plaza-ways a").eachAttr("href")).containsExactly("/login-notice",
				"/register", "/bill-search");
		assertThat(page.text("main")).doesNotContainIgnoringCase("pay without");
		assertThat(SERVICES.asked("GET", "/api/v1/billing-summary")).isEmpty();
	}

	@Test
	void showsAResidentWhatIsOwedDueAndPending() {
		Page page = get("/", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().title()).isEqualTo("Home - Citizen Self Service - City of Fairhaven");
		assertThat(page.text("h1")).isEqualTo("Hello, Robin Example");
		assertThat(section(page, "owe")).contains("$502.50", "2 unpaid bills", "1 past due",
				"$500.00 of it is for bills");
		assertThat(section(page, "pending")).contains("A payment is pending for 1 bill of $250.00.");
		assertThat(section(page, "due")).contains("Bill 62825", "Claims for damage to city property",
				"Pay by 7/2/2021 Past due", "$252.50");
		assertThat(page.html().select("[aria-labelledby=due] a").attr("href")).isEqualTo("/bills/62825");
		assertThat(section(page, "accounts")).contains("EXAMPLE CUSTOMER", "Customer ID 100234, 123 MAIN ST",
				"Manage bills of customer 100234", "$502.50");
		assertThat(section(page, "payments")).contains("PLZ-7F3K", "6/15/2021", "$250.00", "not yet posted");
		assertThat(section(page, "profile")).contains("Robin Example", "robin@example.com",
				"123 MAIN ST ANY TOWN, IL 00000");
		assertThat(page.text("main")).doesNotContain("Sorry", "not found", "??");
		assertThat(page.html().select("header .plaza-header__home").attr("href")).isEqualTo("/");
	}

	@Test
	void drawsTheMonthsAndShowsThemAsATable() {
		Page page = get("/", resident());
		assertThat(page.html().select("svg[role=img]").attr("aria-label"))
			.isEqualTo("Bar chart of your bills and payments from July 2021 to August 2021. "
					+ "The table below has the amounts.");
		assertThat(page.html().select("svg rect")).hasSize(2);
		assertThat(page.html().select("svg rect.plaza-chart__paid").attr("height")).isEqualTo("100");
		assertThat(page.html().select("[aria-labelledby=months] tbody tr").eachText())
			.containsExactly("July 2021 $0.00 $500.00", "August 2021 $250.00 $0.00");
		assertThat(page.html().select("[aria-labelledby=months] [style]")).isEmpty();
	}

	@Test
	void offersToFinishAnOpenPayment() {
		SERVICES.on("GET", "/api/v1/payments", Samples.payments(Samples.payment("redirected", false, "", "")));
		Page page = get("/", resident());
		assertThat(section(page, "pending"))
			.contains("You started a payment of $250.00 on 6/15/2021 and didn't finish it.");
		assertThat(page.html().select("[aria-labelledby=pending] a").eachAttr("href")).contains("/payments/pay-1");
	}

	@Test
	void beginsWithTheLinkOfAnAccount() {
		SERVICES.on("GET", "/api/v1/billing-summary", Samples.EMPTY_SUMMARY);
		SERVICES.on("GET", "/api/v1/payments", Answer.json(200, "{\"items\":[],\"next\":null}"));
		SERVICES.on("GET", "/api/v1/customer-links", Samples.NO_LINK);
		Page page = get("/", resident());
		assertThat(page.html().select("main a.govuk-button").eachAttr("href")).containsExactly("/linked-accounts/new");
		assertThat(section(page, "profile")).contains("Robin Example", "Profile information not found.",
				"Link an account to see the address");
		assertThat(page.html().select("[aria-labelledby=owe], [aria-labelledby=due], [aria-labelledby=payments]"))
			.isEmpty();
	}

	@Test
	void showsAnAccountThatBillingHasYetToLearnOf() {
		SERVICES.on("GET", "/api/v1/billing-summary", Samples.EMPTY_SUMMARY);
		Page page = get("/", resident());
		assertThat(section(page, "accounts")).contains("EXAMPLE CUSTOMER").doesNotContain("$");
		assertThat(section(page, "due")).contains("You have no bills to pay.");
		assertThat(section(page, "owe")).contains("$0.00", "No unpaid bills").doesNotContain("past due");
		assertThat(section(page, "months")).contains("no bills or payments in the last 12 months");
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/billing-summary, owe, we can't show what you owe right now",
			"/api/v1/payments, payments, we can't show your payments right now",
			"/api/v1/customer-links, accounts, we can't show your linked accounts right now",
			"/api/v1/me, profile, we can't show your account information right now" })
	void saysWhichPartIsMissingAndShowsTheRest(String path, String part, String text) {
		for (Answer outage : new Answer[] { Answer.problem(500, "internal-error"), Answer.problem(503, "busy"),
				Answer.problem(429, "too-many-requests"), Answer.problem(404, "not-found") }) {
			SERVICES.on("GET", path, outage);
			Page page = get("/", resident());
			assertThat(page.status()).isEqualTo(HttpStatus.OK);
			assertThat(section(page, part)).contains(text);
			assertThat(page.text("h1")).isEqualTo("Hello, Robin Example");
			assertThat(page.text("main")).contains("Profile information", "My accounts", "Last payments");
		}
	}

	@Test
	void worksWithoutAnyService() {
		SERVICES.forget();
		Page page = get("/", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().select(".plaza-missing")).hasSizeGreaterThan(3);
	}

	@Test
	void leadsToSignInWhereTheSessionIsOver() {
		SERVICES.on("GET", "/api/v1/me", Answer.problem(401, "unauthenticated"));
		assertThat(get("/", resident()).location()).isEqualTo("/sign-in?then=%2F");
	}

	@Test
	void leadsFinanceStaffToTheirPage() {
		Page page = get("/", finance());
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/finance");
		assertThat(SERVICES.asked("GET", "/api/v1/billing-summary")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "客户 ﷺ &amp; <b>", "X" })
	void showsNamesAsText(String name) {
		String html = name.replace("\"", "\\\"");
		SERVICES.on("GET", "/api/v1/customer-links",
				Answer.json(200, Samples.ONE_LINK.body().replace("EXAMPLE CUSTOMER", html)));
		assertThat(get("/", resident()).html().select("[aria-labelledby=accounts] strong").text())
			.isEqualTo(name.replaceAll("\\s+", " "));
	}

	private static String section(Page page, String id) {
		return page.text("main section[aria-labelledby=" + id + "]");
	}

}

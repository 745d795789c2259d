package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Several bills in one payment. */
class PaySelectedTests extends PortalTest {

	private static final String PAYMENTS = "/api/v1/payments";

	private static final String LIST = "/customers/100234/bills?state=unpaid";

	private static final String BACK = "&back=%2Fcustomers%2F100234%2Fbills%3Fstate%3Dunpaid";

	private static final String CHECKOUT = "http://localhost:8080/sandbox-provider/checkouts/c-1";

	@BeforeEach
	void bills() {
		SERVICES.on("GET", "/api/v1/bills/1", Samples.bill("1", false, 25000, true));
		SERVICES.on("GET", "/api/v1/bills/2", Samples.bill("2", false, 7000, false));
		SERVICES.on("GET", "/api/v1/bills/3", Samples.bill("3", true, 9000, false));
		SERVICES.on("GET", "/api/v1/bills/4", Samples.bill("4", false, 0, false));
		SERVICES.on("POST", PAYMENTS, Answer.json(201, """
				{"id":"pay-2","reference":"PLZ-7F3K","state":"redirected","checkoutUrl":"%s"}""".formatted(CHECKOUT)));
	}

	@Test
	void asksForAmountsThenChecksThemThenGoesToTheProvider() {
		Page amounts = get("/payments/new?bill=1&bill=2" + BACK, resident());
		assertThat(amounts.html().select("main input[type=text]").eachAttr("id")).containsExactly("amount-0");
		assertThat(amounts.text("main")).contains("Bill 2", "$70.00. This bill can only be paid in full");
		assertThat(amounts.html().select(".govuk-back-link").attr("href")).isEqualTo(LIST);
		assertThat(amounts.html().select("main form input").eachAttr("name")).containsExactly("bill", "amount", "bill",
				"amount", "back");

		Page check = get("/payments/new/check?bill=1&amount=100.00&bill=2&amount=" + BACK, resident());
		assertThat(check.html().select("tbody tr").eachText()).containsExactly(
				"1, CLAIMS, 2021 EXAMPLE CUSTOMER (100234) 7/2/2021 $100.00 of $250.00",
				"2, CLAIMS, 2021 EXAMPLE CUSTOMER (100234) 7/2/2021 $70.00");
		assertThat(check.text("tfoot")).isEqualTo("Total to pay $170.00");
		String action = "/payments/new/check?bill=1&amount=100.00&bill=2&amount=70.00" + BACK;
		assertThat(check.html().select("main a:contains(Change the amount)").attr("href"))
			.isEqualTo(action.replace("/check", ""));

		assertThat(submit(action, action, resident(), Map.of()).location()).isEqualTo(CHECKOUT);
		assertThat(SERVICES.asked("POST", PAYMENTS).getFirst().body())
			.isEqualTo("{\"allocations\":[{\"billNumber\":\"1\",\"amount\":{\"amount\":10000,\"currency\":\"USD\"}},"
					+ "{\"billNumber\":\"2\",\"amount\":{\"amount\":7000,\"currency\":\"USD\"}}]}");
	}

	@Test
	void saysThatInterestIsNotPartOfThePayment() {
		SERVICES.on("GET", "/api/v1/bills/2",
				Answer.json(200,
						Samples.bill("2", false, 7000, false)
							.body()
							.replace("\"balanceDue\":{\"amount\":7000", "\"balanceDue\":{\"amount\":7321")));
		assertThat(get("/payments/new/check?bill=2", resident()).text("main"))
			.contains("Interest or penalties of $3.21 are not part of this payment");
		SERVICES.on("GET", "/api/v1/bills/2", Samples.bill("2", false, 7000, false));
		assertThat(get("/payments/new/check?bill=2", resident()).text("main")).doesNotContain("Interest");
	}

	@Test
	void goesStraightToTheCheckWhereNoAmountCanBeChosen() {
		assertThat(get("/payments/new?bill=2" + BACK, resident()).location())
			.isEqualTo("/payments/new/check?bill=2" + BACK);
	}

	@Test
	void asksForTheAmountsFirst() {
		assertThat(get("/payments/new/check?bill=1&bill=2" + BACK, resident()).location())
			.isEqualTo("/payments/new?bill=1&bill=2" + BACK);
	}

	@Test
	void leavesOutWhatCannotBePaidAndSaysWhy() {
		Page check = get("/payments/new/check?bill=2&bill=3&bill=4&bill=foreign", resident());
		assertThat(check.status()).isEqualTo(HttpStatus.OK);
		assertThat(check.html().select(".govuk-inset-text li").eachText()).containsExactly(
				"Bill 3: A payment of it is already in progress. See bill 3", "Bill 4: It is already paid. See bill 4",
				"Bill foreign: We can't find it in your linked accounts.");
		assertThat(check.text("tfoot")).isEqualTo("Total to pay $70.00");
		assertThat(check.html().select("form[action^=/payments/new/check]").attr("action"))
			.isEqualTo("/payments/new/check?bill=2&amount=70.00&back=%2Fmanage-bills");
	}

	@Test
	void hasNothingToPayWhereNoneCanBePaid() {
		Page check = get("/payments/new/check?bill=3&bill=4", resident());
		assertThat(check.text("main")).contains("There is nothing to pay here now.");
		assertThat(check.html().select("form[action^=/payments/new]")).isEmpty();
	}

	@Test
	void leadsBackWhereNoneIsSelectedOrTooMany() {
		assertThat(get("/payments/new?back=%2Fcustomers%2F100234%2Fbills", resident()).location())
			.isEqualTo("/customers/100234/bills?pay=none");
		StringBuilder many = new StringBuilder("/payments/new?back=%2Fcustomers%2F100234%2Fbills%3Fpage%3D2");
		for (int bill = 0; bill < 51; bill++) {
			many.append("&bill=").append(bill);
		}
		assertThat(get(many.toString(), resident()).location())
			.isEqualTo("/customers/100234/bills?page=2&pay=too-many");
		assertThat(get("/payments/new/check", resident()).location()).isEqualTo("/manage-bills");
		assertThat(get("/payments/new?bill=2&back=https%3A%2F%2Fevil.example", resident()).location())
			.endsWith("back=%2Fmanage-bills");
	}

	@Test
	void namesTheBillThatIsRefusedAndStartsNothing() {
		SERVICES.on("POST", PAYMENTS, Answer.problem(409,
				"{\"code\":\"bill-paid\",\"field\":\"allocations[1].billNumber\",\"detail\":\"x\"}", Map.of()));
		String action = "/payments/new/check?bill=1&amount=100.00&bill=2&amount=70.00&back=%2Fmanage-bills";
		Page before = get(action, resident());
		SERVICES.on("GET", "/api/v1/bills/2", Samples.bill("2", false, 0, false));
		Page page = post(action, resident(), cookies(before), PayForms.of(before, action));
		assertThat(page.status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#amount-1");
		assertThat(page.text("#amount-1")).contains("Bill 2: It is already paid.");
		assertThat(page.text("tfoot")).isEqualTo("Total to pay $100.00");
	}

	/** Each call more is one that can fail, and waits for the others. */
	@Test
	void asksForAllBillsInOneCallAndNotForWhatIsNoNumber() {
		get("/payments/new/check?bill=2&bill=4&bill=" + "9".repeat(41) + "&bill=%0A7%07", resident());
		assertThat(SERVICES.asked("GET", "/api/v1/bills")).hasSize(1);
		assertThat(SERVICES.asked("GET", "/api/v1/bills").getFirst().query()).isEqualTo("billNumber=2&billNumber=4");
		assertThat(SERVICES.asked("GET", "/api/v1/bills/2")).isEmpty();
	}

	@Test
	void isDownOnlyAsLongAsBillingIs() {
		SERVICES.on("GET", "/api/v1/bills/2", Answer.problem(503, "temporarily-unavailable"));
		Page page = get("/payments/new?bill=1&bill=2", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(page.text("h1")).isEqualTo("Sorry, this part is not available");
	}

	@Test
	void escapesWhatStandsInItsAddress() {
		Page page = get("/payments/new/check?bill=2&bill=%3Cscript%3Ealert(1)%3C%2Fscript%3E", resident());
		assertThat(page.text(".govuk-inset-text")).contains("<script>alert(1)</script>");
		assertThat(page.html().select("main script")).isEmpty();
	}

}

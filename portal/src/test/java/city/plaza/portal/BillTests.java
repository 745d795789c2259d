package city.plaza.portal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class BillTests extends PortalTest {

	private static final String CUSTOMER = "/api/v1/customers/100234";

	private static final String BILLS = CUSTOMER + "/bills";

	@BeforeEach
	void linked() {
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		SERVICES.on("GET", CUSTOMER, Samples.CUSTOMER);
		SERVICES.on("GET", BILLS, Samples.bills("2021-06-15", true));
	}

	@Test
	void showsTheCustomersBillsInTheSeedsWords() {
		Page page = get("/customers/100234/bills?asOf=6/15/2021", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("main")).contains("Customer name EXAMPLE CUSTOMER", "123 MAIN ST", "ANY TOWN, IL 00000",
				"Customer number 100234", "2 Bill(s) found, bill years 2015 to 2026 only", "As of date 6/15/2021",
				"Total Unpaid $500.00", "Total Balance Due $500.00", "- pending web payment exists");
		assertThat(page.html().select("thead th").eachText()).containsExactly("Bill number", "Bill type", "Pay by",
				"Total unpaid", "Balance due", "Details");
		assertThat(page.html().select("tbody tr").get(1).text()).isEqualTo(
				"62826 CLAIMS Claims for damage to city property 7/2/2021 $250.00 $250.00 Details of bill 62826");
		assertThat(page.value("#asOf")).isEqualTo("6/15/2021");
		assertThat(SERVICES.asked("GET", BILLS).getFirst().query()).isEqualTo("asOf=2021-06-15&page=1");
	}

	@Test
	void marksOnlyTheBillThatAWebPaymentWaitsFor() {
		Page page = get("/customers/100234/bills", resident());
		assertThat(page.html().select("tbody tr").get(0).text()).contains("pending web payment exists");
		assertThat(page.html().select("tbody tr").get(1).text()).doesNotContain("pending");
		assertThat(SERVICES.asked("GET", BILLS).getFirst().query()).isEqualTo("page=1");
	}

	@Test
	void saysPastDueInWordsAfterThePayByDateOnly() {
		assertThat(get("/customers/100234/bills", resident()).text("tbody")).doesNotContain("Past due");
		SERVICES.on("GET", BILLS, Samples.bills("2021-07-03", false));
		assertThat(get("/customers/100234/bills", resident()).text("tbody")).contains("7/2/2021 Past due");
	}

	@Test
	void refusesADateThatDoesNotExistAndKeepsIt() {
		Page page = get("/customers/100234/bills?asOf=2/30/2021", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#asOf-error")).contains("Enter a date like 6/15/2021");
		assertThat(page.value("#asOf")).isEqualTo("2/30/2021");
		assertThat(SERVICES.asked("GET", BILLS)).isEmpty();
	}

	@Test
	void showsCustomerInformation() {
		Page page = get("/customers/100234", resident());
		assertThat(page.text("main")).contains("Customer ID 100234", "Name EXAMPLE CUSTOMER", "Address 123 MAIN ST",
				"City State Zip ANY TOWN, IL 00000", "css@fairhaven.example");
	}

	@Test
	void saysThatAForeignCustomerIsAbsent() {
		assertThat(get("/customers/555/bills", resident()).status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(get("/customers/555", resident()).status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(get("/bills/1", resident()).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void waitsForBillingToLearnOfAFreshLink() {
		AtomicInteger asked = new AtomicInteger();
		SERVICES.on("GET", CUSTOMER,
				(any) -> (asked.incrementAndGet() < 3) ? Answer.problem(404, "not-found") : Samples.CUSTOMER);
		assertThat(get("/customers/100234/bills", resident()).text("main")).contains("2 Bill(s) found");
	}

	@Test
	void asksToWaitWhereBillingStillDoesNotKnowAFreshLink() {
		SERVICES.on("GET", CUSTOMER, Answer.problem(404, "not-found"));
		Page page = get("/customers/100234/bills", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.ACCEPTED);
		assertThat(page.text("main")).contains("We're getting your bills ready", "Refresh");
	}

	@Test
	void showsABillWithItsChargesAndPayments() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 25000, false));
		Page page = get("/bills/62825", resident());
		assertThat(page.text("main")).contains("Bill 62825", "EXAMPLE CUSTOMER (100234)", "Issued on 6/1/2021",
				"Pay by 7/2/2021", "Total unpaid $250.00", "Damaged street light $250.00", "6/10/2021 R-77");
	}

	@Test
	void saysWhatTheTypeOfABillMeans() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 25000, false));
		assertThat(get("/bills/62825", resident()).text("dl")).contains("(CLAIMS) The city bills you for repairing");
	}

	@Test
	void drawsWhatIsPaidAndSaysItInWords() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 10000, false));
		Page page = get("/bills/62825", resident());
		assertThat(page.text(".plaza-progress")).isEqualTo("Paid $150.00 Unpaid $100.00 of $250.00");
		assertThat(page.html().select("svg[aria-hidden=true] .plaza-progress__paid").attr("width")).isEqualTo("60");
	}

	/** What was owed then may have been paid since. */
	@Test
	void offersToPayABillOnItsFiguresOfTodayOnly() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 25000, false));
		Page then = get("/bills/62825?asOf=6/15/2021", resident());
		assertThat(then.html().select("main a.govuk-button")).isEmpty();
		assertThat(then.html().select("main a[href='/bills/62825']").text()).isEqualTo("See what is due today");
		String tomorrow = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(1).toString();
		SERVICES.on("GET", "/api/v1/bills/62825", (any) -> Answer.json(200,
				Samples.bill(false, 25000, false).body().replace("\"asOf\":\"2021-06-15", "\"asOf\":\"" + tomorrow)));
		assertThat(get("/bills/62825", resident()).html().select("main a.govuk-button").attr("href"))
			.isEqualTo("/bills/62825/pay");
	}

	@Test
	void offersNoSecondPaymentWhileOneIsPending() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(true, 25000, false));
		Page page = get("/bills/62825", resident());
		assertThat(page.text("main")).contains("A pending web payment exists.");
		assertThat(page.html().select("main a[href='/payments/pay-1']")).isNotEmpty();
		assertThat(page.html().select("main a.govuk-button")).isEmpty();
	}

	@Test
	void offersToPayEachBillThatIsNeitherPaidNorPending() {
		// Tomorrow, so that no midnight comes between.
		LocalDate asOf = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(1);
		SERVICES.on("GET", CUSTOMER, Samples.CUSTOMER);
		SERVICES.on("GET", CUSTOMER + "/bills", Samples.bills(asOf.toString(), true));
		Page page = get("/customers/100234/bills", resident());
		assertThat(page.html().select("td a[href$='/pay']").eachAttr("href")).containsExactly("/bills/62826/pay");
		assertThat(page.html().select("td a[href$='/pay']").text()).isEqualTo("Pay Bill 62826");
	}

	/** What was owed then may have been paid since. */
	@Test
	void offersToPayNothingOnAListOfAnEarlierDay() {
		Page page = get("/customers/100234/bills?asOf=6/15/2021", resident());
		assertThat(page.html().select("tbody tr")).hasSize(2);
		assertThat(page.html().select("td a[href$='/pay']")).isEmpty();
	}

	@Test
	void saysOfAnOpenPaymentThatItIsNotFinished() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(true, 25000, false));
		SERVICES.on("GET", "/api/v1/payments/pay-1", Samples.payment("redirected", false, "", ""));
		Page page = get("/bills/62825", resident());
		assertThat(page.text("main")).contains("You started a payment of $250.00 and didn't finish it.")
			.doesNotContain("A pending web payment exists.");
		assertThat(page.html().select("main a.govuk-button").attr("href")).isEqualTo("/payments/pay-1");
		assertThat(page.html().select("form[action='/payments/pay-1/cancel'] button").text())
			.isEqualTo("Cancel this payment");
	}

	@Test
	void asksForNothingOnAPaidBill() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 0, false));
		Page page = get("/bills/62825", resident());
		assertThat(page.text("main")).contains("This bill is paid.");
		assertThat(page.html().select("main a.govuk-button")).isEmpty();
	}

}

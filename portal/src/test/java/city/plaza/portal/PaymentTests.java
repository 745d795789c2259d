package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentTests extends PortalTest {

	private static final String BILL = "/api/v1/bills/62825";

	private static final String PAY = "/bills/62825/pay";

	private static final String CHECK = "/payments/new/check?bill=62825&amount=250.00&back=%2Fbills%2F62825";

	private static final String PAYMENTS = "/api/v1/payments";

	private static final String CHECKOUT = "http://localhost:8080/sandbox-provider/checkouts/c-1";

	private static final Answer STARTED = Answer.json(201, """
			{"id":"pay-1","reference":"PLZ-7F3K","state":"redirected","checkoutUrl":"%s"}""".formatted(CHECKOUT));

	@Test
	void checksTheAnswersAndGoesToTheProvider() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, false));
		SERVICES.on("POST", PAYMENTS, STARTED);
		Page check = arrive(PAY);
		assertThat(check.text("main")).contains("Check your answers", "62825, CLAIMS, 2021",
				"EXAMPLE CUSTOMER (100234)", "Total to pay $250.00");
		assertThat(check.html().select("main input[type=text]")).isEmpty();
		assertThat(check.html().select(".govuk-back-link").attr("href")).isEqualTo("/bills/62825");
		Page page = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo(CHECKOUT);
		assertThat(SERVICES.asked("POST", PAYMENTS).getFirst().body()).contains("\"billNumber\":\"62825\"",
				"\"amount\":{\"amount\":25000,\"currency\":\"USD\"}");
	}

	@Test
	void leadsToTheBillsWhereNothingWasPaidYet() {
		SERVICES.on("GET", PAYMENTS, Answer.json(200, "{\"items\":[],\"next\":null}"));
		Page page = get("/payments", resident());
		assertThat(page.text("main")).contains("You haven't made a web payment yet.");
		assertThat(page.html().select("main a").eachAttr("href")).containsExactly("/manage-bills");
	}

	@Test
	void paysOnceHoweverOftenThePageIsSent() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, false));
		SERVICES.on("POST", PAYMENTS, STARTED);
		Page check = get(CHECK, resident());
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		check.html().select("main form input").forEach((input) -> form.set(input.attr("name"), input.val()));
		post(CHECK, resident(), cookies(check), form);
		post(CHECK, resident(), cookies(check), form);
		assertThat(SERVICES.asked("POST", PAYMENTS)).hasSize(2)
			.extracting((asked) -> asked.header("Idempotency-key") + asked.body())
			.containsOnly(form.getFirst("key") + SERVICES.asked("POST", PAYMENTS).getFirst().body());
		assertThat(form.getFirst("key")).hasSizeGreaterThan(20);
		assertThat(get(CHECK, resident()).value("input[name=key]")).isNotEqualTo(form.getFirst("key"));
	}

	@Test
	void asksForTheAmountWhereAPartMayBePaid() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, true));
		SERVICES.on("POST", PAYMENTS, STARTED);
		Page asked = arrive(PAY);
		assertThat(asked.text("h1")).isEqualTo("How much do you want to pay?");
		assertThat(asked.value("#amount-0")).isEqualTo("250.00");
		Page check = get("/payments/new/check?bill=62825&amount=%24100.5", resident());
		assertThat(check.text("tbody")).contains("$100.50 of $250.00");
		String action = check.html().select("form[method=post][action^=/payments/new]").attr("action");
		submit(action, action, resident(), Map.of());
		assertThat(SERVICES.asked("POST", PAYMENTS).getFirst().body())
			.contains("{\"amount\":10050,\"currency\":\"USD\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "much", "1.005", "", "1e3", "9999999999999999999", "0", "-5", "250.01" })
	void refusesWhatIsNoAmountAndKeepsIt(String typed) {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, true));
		Page page = get("/payments/new/check?bill=62825&amount=" + typed, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#amount-0");
		assertThat(page.text("#amount-0-error")).containsAnyOf("Enter an amount",
				"no more than what's unpaid: $250.00");
		assertThat(page.value("#amount-0")).isEqualTo(typed);
	}

	@ParameterizedTest
	@CsvSource({ "422,amount-above-unpaid,no more than what's unpaid: $250.00", "409,bill-pending,already in progress",
			"409,bill-paid,is already paid", "503,provider-unavailable,not charged" })
	void explainsWhyItCannotBePaid(int status, String code, String words) {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, true));
		SERVICES.on("POST", PAYMENTS, Answer.problem(status, """
				{"code":"%s","field":"allocations[0].amount","detail":"x","values":["250.00","USD"]}""".formatted(code),
				Map.of()));
		Page page = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(page.status().value()).isEqualTo(status);
		assertThat(page.text("#amount-0-error")).contains(words);
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#amount-0");
	}

	@Test
	void saysHowLongToWaitAfterTooManyStarts() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, true));
		SERVICES.on("POST", PAYMENTS, Answer.problem(429, "{\"code\":\"too-many-payments\",\"detail\":\"x\"}",
				Map.of("Retry-After", "5000")));
		Page page = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(page.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(page.headers().getFirst("Retry-After")).isEqualTo("5000");
		assertThat(page.text(".govuk-error-summary")).contains("You were not charged", "try again in 2 hours");
	}

	@Test
	void keepsTheKeyWhileTheProviderIsAwayAndChangesItElse() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, true));
		SERVICES.on("POST", PAYMENTS, Answer.problem(503, "provider-unavailable"));
		Page away = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(away.value("input[name=key]")).isEqualTo(sentKey());
		SERVICES.on("POST", PAYMENTS, Answer.problem(422, "amount-not-positive"));
		Page refused = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(refused.value("input[name=key]")).isNotEqualTo(sentKey());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/pay", "javascript:alert(1)", "http://localhost:8080@evil.example/",
			"http://checkout.stripe.com/pay", "//evil.example/pay" })
	void sendsNobodyToAnUnknownPaymentPage(String address) {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, false));
		SERVICES.on("POST", PAYMENTS, Answer.json(201,
				"{\"id\":\"pay-1\",\"reference\":\"R\",\"state\":\"redirected\",\"checkoutUrl\":\"" + address + "\"}"));
		Page page = submit(CHECK, CHECK, resident(), Map.of());
		assertThat(page.status()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(page.location()).isNull();
	}

	@Test
	void offersNoPaymentOfABillThatIsPending() {
		SERVICES.on("GET", BILL, Samples.bill(true, 25000, false));
		assertThat(get(CHECK, resident()).location()).isEqualTo("/bills/62825");
	}

	@ParameterizedTest
	@ValueSource(strings = { "key=", "currency=dollars", "x=y" })
	void startsNothingFromAFormThatIsNotItsOwn(String field) {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, false));
		Page check = get(CHECK, resident());
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("_csrf", check.value("main input[name=_csrf]"));
		form.set(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
		assertThat(post(CHECK, resident(), cookies(check), form).status()).isEqualTo(HttpStatus.BAD_REQUEST);
		form.set("key", "k");
		form.set("currency", "USD");
		assertThat(post("/payments/new/check?bill=62825&amount=x", resident(), cookies(check), form).status())
			.isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(SERVICES.asked("POST", PAYMENTS)).isEmpty();
	}

	@Test
	void confirmsASentPaymentWithItsReference() {
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("submitted", false, "", ""));
		Page page = get("/payments/pay-1", resident());
		assertThat(page.text(".govuk-panel h1")).isEqualTo("Payment received");
		assertThat(page.text(".govuk-panel")).contains("PLZ-7F3K");
		assertThat(page.text("main")).contains("pending until the city posts it", "$250.00", "Bill 62825",
				"Visa ending in 4242");
	}

	@ParameterizedTest
	@CsvSource({ "declined,Your card was declined", "processing-error,could not be processed", "cancelled,was canceled",
			"expired,was not finished in time" })
	void explainsAFailureAndOffersToTryAgain(String reason, String title) {
		String state = reason.equals("processing-error") ? "declined" : reason;
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment(state, true, reason, ""));
		Page page = get("/payments/pay-1", resident());
		assertThat(page.text("h1")).contains(title);
		assertThat(page.text("main")).contains("You were not charged.");
		assertThat(page.html().select("main a.govuk-button").attr("href"))
			.isEqualTo("/payments/new?bill=62825&back=%2Fpayments%2Fpay-1");
	}

	@Test
	void goesOnWithOrCancelsAnUnfinishedPayment() {
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("redirected", false, "", CHECKOUT));
		SERVICES.on("POST", PAYMENTS + "/pay-1/cancellation", Samples.payment("cancelled", true, "cancelled", ""));
		Page page = get("/payments/pay-1", resident());
		assertThat(page.text("h1")).isEqualTo("Your payment is not finished");
		assertThat(page.html().select("main a.govuk-button").attr("href")).isEqualTo(CHECKOUT);
		Page cancelled = submit("/payments/pay-1", "/payments/pay-1/cancel", resident(), Map.of());
		assertThat(cancelled.location()).isEqualTo("/payments/pay-1");
		assertThat(SERVICES.asked("POST", PAYMENTS + "/pay-1/cancellation")).hasSize(1);
	}

	@Test
	void listsTheResidentsPayments() {
		SERVICES.on("GET", PAYMENTS, Answer.json(200,
				"{\"items\":[" + Samples.payment("submitted", false, "", "").body() + "],\"next\":null}"));
		assertThat(get("/payments", resident()).text("tbody"))
			.isEqualTo("PLZ-7F3K 6/15/2021 62825 $250.00 Received, not yet posted by the city");
	}

	/** Follows redirects as a browser does. */
	private Page arrive(String address) {
		Page page = get(address, resident());
		while (page.location() != null) {
			page = get(page.location(), resident());
		}
		return page;
	}

	private static String sentKey() {
		String key = SERVICES.asked("POST", PAYMENTS).getLast().header("Idempotency-key");
		return (key != null) ? key : "none";
	}

}

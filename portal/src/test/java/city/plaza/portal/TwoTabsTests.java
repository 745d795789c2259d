package city.plaza.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The same resident in two tabs, going back, and loading pages again. */
class TwoTabsTests extends PortalTest {

	private static final String BILL = "/api/v1/bills/62825";

	private static final String PAYMENTS = "/api/v1/payments";

	private static final String CHECK = "/payments/new/check?bill=62825&amount=250.00&back=%2Fmanage-bills";

	private static final String CHECKOUT = "http://localhost:8080/sandbox-provider/checkouts/c-1";

	private static final String STARTED = """
			{"id":"pay-1","reference":"PLZ-7F3K","state":"redirected","checkoutUrl":"%s"}""".formatted(CHECKOUT);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping pages;

	@BeforeEach
	void aBillToPay() {
		SERVICES.on("GET", BILL, Samples.bill(false, 25000, false));
		SERVICES.on("POST", PAYMENTS, Answer.json(201, STARTED));
	}

	/** The second tab was opened before the first one paid. */
	@Test
	void leadsFromAnOlderTabToTheOpenPaymentOfAnother() {
		Page older = get(CHECK, resident());
		startElsewhere("redirected", CHECKOUT);
		Page sent = post(CHECK, resident(), cookies(older), PayForms.of(older, CHECK));
		assertThat(sent.status()).isEqualTo(HttpStatus.SEE_OTHER);
		Page shown = follow(sent);
		assertThat(shown.status()).isEqualTo(HttpStatus.OK);
		assertThat(shown.html().select(".govuk-error-summary")).isEmpty();
		assertThat(shown.text("main")).contains("You started a payment of $250.00 and didn't finish it.");
		assertThat(shown.html().select("main a.govuk-button").attr("href")).isEqualTo("/payments/pay-1");
		assertThat(shown.html().select("form[action='/payments/pay-1/cancel'] button")).hasSize(1);
	}

	/** The second tab is opened when the first one has gone to the provider. */
	@ParameterizedTest
	@ValueSource(strings = { "/bills/62825/pay", "/payments/new?bill=62825", CHECK })
	void leadsFromANewerTabToTheOpenPaymentOfAnother(String address) {
		startElsewhere("redirected", CHECKOUT);
		Page shown = follow(get(address, resident()));
		assertThat(shown.text("main")).contains("You started a payment of $250.00 and didn't finish it.");
		assertThat(shown.html().select("main a.govuk-button").attr("href")).isEqualTo("/payments/pay-1");
	}

	/** One of several bills: the others can be paid all the same. */
	@Test
	void showsTheOpenPaymentBesideTheOtherBills() {
		startElsewhere("redirected", CHECKOUT);
		SERVICES.on("GET", "/api/v1/bills/62826", Samples.bill("62826", false, 7000, false));
		Page shown = get("/payments/new/check?bill=62825&bill=62826", resident());
		assertThat(shown.text(".govuk-inset-text")).contains("Bill 62825: A payment of it is already in progress.",
				"You started a payment of $250.00");
		assertThat(shown.html().select(".govuk-inset-text a[href='/payments/pay-1']").text())
			.isEqualTo("Continue with the payment");
		assertThat(shown.text("tfoot")).isEqualTo("Total to pay $70.00");
	}

	/** Back to the form, and pressed once more with the same key. */
	@ParameterizedTest
	@CsvSource({ "submitted, false, ''", "posted, true, ''", "cancelled, true, cancelled", "expired, true, expired" })
	void leadsBackAfterAPaymentToItsStateAndToNoSecondCheckout(String state, boolean finished, String reason) {
		Page form = get(CHECK, resident());
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment(state, finished, reason, ""));
		SERVICES.on("POST", PAYMENTS,
				new Answer(201, "application/json", STARTED, Map.of("Idempotent-Replayed", "true")));
		Page sent = post(CHECK, resident(), cookies(form), PayForms.of(form, CHECK));
		assertThat(sent.location()).isEqualTo("/payments/pay-1");
	}

	/** Pressed twice in a row: the payment is open, and its page is the one to go to. */
	@Test
	void leadsASecondPressToThePageToPayOn() {
		Page form = get(CHECK, resident());
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("redirected", false, "", CHECKOUT));
		SERVICES.on("POST", PAYMENTS,
				new Answer(201, "application/json", STARTED, Map.of("Idempotent-Replayed", "true")));
		assertThat(post(CHECK, resident(), cookies(form), PayForms.of(form, CHECK)).location()).isEqualTo(CHECKOUT);
	}

	/**
	 * Back by the browser's button: the page is asked for again, and the bill is pending
	 * by now.
	 */
	@Test
	void showsAfterPayingThatTheBillIsPendingAndOffersNoForm() {
		assertThat(get(CHECK, resident()).headers().getCacheControl()).contains("no-store");
		startElsewhere("submitted", "");
		Page back = follow(get(CHECK, resident()));
		assertThat(back.text("main")).contains("A pending web payment exists.", "See your payment");
		assertThat(back.html().select("main form")).isEmpty();
	}

	/**
	 * Paid in one tab, canceled in the other: the page of the payment shows how it ended.
	 */
	@Test
	void cancelsNothingThatWasPaidMeanwhile() {
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("redirected", false, "", CHECKOUT));
		Page open = get("/payments/pay-1", resident());
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("submitted", false, "", ""));
		SERVICES.on("POST", PAYMENTS + "/pay-1/cancellation", Samples.payment("submitted", false, "", ""));
		String cancel = "/payments/pay-1/cancel";
		Page after = follow(post(cancel, resident(), cookies(open), PayForms.of(open, cancel)));
		assertThat(after.text("h1")).isEqualTo("Payment received");
	}

	/** Canceled in one tab, and the other one still shows it open. */
	@Test
	void cancelsTwiceWithoutAnError() {
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("redirected", false, "", CHECKOUT));
		Page open = get("/payments/pay-1", resident());
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment("cancelled", true, "cancelled", ""));
		SERVICES.on("POST", PAYMENTS + "/pay-1/cancellation", Samples.payment("cancelled", true, "cancelled", ""));
		String cancel = "/payments/pay-1/cancel";
		assertThat(follow(post(cancel, resident(), cookies(open), PayForms.of(open, cancel))).text("h1"))
			.isEqualTo("Your payment was canceled");
	}

	@Test
	void leadsToTheLinkedAccountsAfterALinkWasRemovedElsewhere() {
		SERVICES.on("GET", "/api/v1/customer-links", Samples.NO_LINK);
		assertThat(get("/linked-accounts/0197a000-0000-7000-8000-00000000000a/remove", resident()).location())
			.isEqualTo("/linked-accounts");
	}

	/** A reload after sign-in, or an address from the history: there is always a page. */
	@Test
	void hasAPageAtEachAddressThatAFormIsSentTo() {
		Set<String> posts = new TreeSet<>();
		Set<String> gets = new TreeSet<>();
		this.pages.getHandlerMethods().keySet().forEach((mapping) -> {
			Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			List<String> paths = mapping.getPatternsCondition()
				.getPatterns()
				.stream()
				.map((pattern) -> pattern.getPatternString())
				.toList();
			if (methods.contains(RequestMethod.POST)) {
				posts.addAll(paths);
			}
			if (methods.contains(RequestMethod.GET)) {
				gets.addAll(paths);
			}
		});
		assertThat(posts).hasSizeGreaterThan(9).contains("/payments/new/check", "/payments/{id}/cancel");
		assertThat(gets).containsAll(posts);
	}

	@ParameterizedTest
	@CsvSource({ "/payments/pay-1/cancel, /payments/pay-1",
			"/register/0197a000-0000-7000-8000-0000000000aa/code, /register/0197a000-0000-7000-8000-0000000000aa/confirm" })
	void leadsFromSuchAnAddressToItsForm(String address, String form) {
		assertThat(get(address, resident()).location()).isEqualTo(form);
	}

	private static void startElsewhere(String state, String checkout) {
		SERVICES.on("GET", BILL, Samples.bill(true, 25000, false));
		SERVICES.on("GET", PAYMENTS + "/pay-1", Samples.payment(state, false, "", checkout));
		SERVICES.on("POST", PAYMENTS, Answer.problem(409,
				"{\"code\":\"bill-pending\",\"field\":\"allocations[0].billNumber\",\"detail\":\"x\"}", Map.of()));
	}

	private Page follow(Page page) {
		Page shown = page;
		while (shown.location() != null) {
			shown = get(shown.location(), resident());
		}
		return shown;
	}

}

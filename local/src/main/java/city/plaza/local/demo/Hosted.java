package city.plaza.local.demo;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;

/** The payment provider's hosted page, filled in as a browser would. */
public final class Hosted {

	/** Is charged. */
	public static final String ACCEPTED = "4242424242424242";

	/** Is declined. */
	public static final String DECLINED = "4000000000000002";

	private static final int OK = 200;

	private static final int SEE_OTHER = 303;

	private Hosted() {
	}

	/**
	 * Fills in the form with a card and sends it; returns where the browser is sent back
	 * to.
	 */
	public static String pay(Client browser, String checkoutUrl, String card) throws InterruptedException {
		browser.get(checkoutUrl).expect(OK);
		String expiry = YearMonth.now(ZoneOffset.UTC).plusYears(3).format(DateTimeFormatter.ofPattern("MM/yy"));
		Answer answer = browser.postForm(checkoutUrl,
				Map.of("cardNumber", card, "expiry", expiry, "cvc", "123", "name", "Demo Resident", "action", "pay"));
		return answer.expect(SEE_OTHER).headers().getOrDefault("location", "");
	}

}

package city.plaza.billing.payment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What no client of ours sends is refused with its code, never as an error of ours. */
@PlazaTest
class UnreadablePlacesTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Payer payer;

	@ParameterizedTest
	@CsvSource({ "2026-03-03T12:00:00Z", "2026-03-03T12:00:00Z|no-id", "|0198c0de-0000-7000-8000-000000000003",
			"2026-03-03|0198c0de-0000-7000-8000-000000000003",
			"+1000000000-12-31T23:59:59.999999999Z|0198c0de-0000-7000-8000-000000000003",
			"-1000000000-01-01T00:00:00Z|0198c0de-0000-7000-8000-000000000003",
			"+300000-01-01T00:00:00Z|0198c0de-0000-7000-8000-000000000003",
			"-5000-01-01T00:00:00Z|0198c0de-0000-7000-8000-000000000003" })
	void refusesAPlaceInTheListThatItNeverGave(String plain) {
		String cursor = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(plain.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
		assertProblem(this.payer.get("/api/v1/payments?cursor=" + cursor), 422, "invalid-cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+999999999-12-31", "+6000000-01-01", "+10000-01-01", "-0001-01-01", "-6000-01-01" })
	void refusesAPlaceBeyondEveryCalendar(String payBy) {
		String cursor = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((payBy + "\n62825").getBytes(StandardCharsets.UTF_8));
		assertProblem(this.payer.get("/api/v1/customers/" + this.payer.customer + "/bills?cursor=" + cursor), 422,
				"invalid-cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u007f", "\\n" })
	void refusesABillNumberThatCannotBePrinted(String number) {
		assertProblem(this.payer.start(UUID.randomUUID().toString(), Payer.order(number, 100)), 422, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0085", "1\\u009f", "\\ud83d", "\\u202e1", "' or 1=1 --", "%00", "\\ud83c\\udf33" })
	void knowsNoBillOfAStrangeNumber(String number) {
		assertProblem(this.payer.start(UUID.randomUUID().toString(), Payer.order(number, 100)), 404, "not-found");
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({ "bills, \u0085, 404", "customers, \u007F, 404", "bills, \uD83C\uDF33, 404", "customers, \u202E1, 404",
			"payments, \uD83C\uDF33, 404", "payments, 1-1-1-1-1, 404" })
	void findsNothingOfAStrangeNumber(String kind, String number, int status) {
		this.client.get()
			.uri("/api/v1/{kind}/{number}", kind, number)
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(this.payer.id)))
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	private static void assertProblem(WebTestClient.ResponseSpec response, int status, String code) {
		response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
	}

}

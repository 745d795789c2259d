package city.plaza.billing.payment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Finance finds the payments of all residents, and nobody else does. */
@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class SearchPaymentsTests {

	private static final String SEARCH = "/api/v1/finance/payments";

	@Autowired
	private WebTestClient client;

	@Autowired
	private Payer payer;

	@Test
	void findsAPaymentByEachOfItsNumbersAndByAllOfThem() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		String id = started.path("id").stringValue();
		String reference = started.path("reference").stringValue();
		for (String query : List.of("reference=" + reference.toLowerCase(Locale.ROOT), "billNumber=" + bill,
				"customerNumber=" + this.payer.customer, "residentId=" + this.payer.id,
				"reference=" + reference + "&billNumber= " + bill + " &state=redirected&residentId=" + this.payer.id)) {
			assertThat(found("?" + query)).as(query).containsExactly(id);
		}
		assertThat(found("?billNumber=" + bill + "&state=posted")).isEmpty();
		assertThat(found("?billNumber=" + bill + "&from=2999-01-01")).isEmpty();
		assertThat(found("?billNumber=" + bill + "&to=2001-01-01")).isEmpty();
		assertThat(found("?billNumber=" + bill + "&from=2001-01-01&to=9999-12-31")).containsExactly(id);
		assertThat(found("?billNumber=" + bill.substring(1))).isEmpty();
	}

	@Test
	void listsThemNewestFirstPageByPage() {
		List<String> ids = Stream.generate(() -> this.payer.start(this.payer.bill(100), 100).path("id").stringValue())
			.limit(3)
			.toList();
		JsonNode first = body("?limit=2&customerNumber=" + this.payer.customer, 200);
		assertThat(first.path("items").size()).isEqualTo(2);
		assertThat(first.path("items").path(0).path("id").stringValue()).isEqualTo(ids.getLast());
		assertThat(
				found("?limit=2&customerNumber=" + this.payer.customer + "&cursor=" + first.path("next").stringValue()))
			.containsExactly(ids.getFirst());
	}

	@Test
	void showsItsHistoryAndNoPageToPayOn() {
		JsonNode started = this.payer.start(this.payer.bill(100), 100);
		this.payer.cancel(started).expectStatus().isOk();
		JsonNode record = body("/" + started.path("id").stringValue(), 200);
		assertThat(record.path("payment").path("checkoutUrl").isNull()).isTrue();
		assertThat(record.path("residentId").stringValue()).isEqualTo(this.payer.id.toString());
		assertThat(record.path("history").valueStream().map((step) -> step.path("state").stringValue()))
			.containsExactly("created", "redirected", "cancelled");
		assertThat(record.path("history").valueStream().map((step) -> step.path("cause").asString("")))
			.containsExactly("", "checkout-opened", "cancelled-by-resident");
	}

	@ParameterizedTest
	@CsvSource({ "?state=gone, 422, invalid-state", "?from=1/2/2021, 422, invalid-date",
			"?to=+99999-01-01, 422, invalid-date", "?cursor=x, 422, invalid-cursor", "?limit=0, 422, invalid-limit",
			"/0197a000-0000-7000-8000-00000000ffff, 404, not-found", "/x, 404, not-found" })
	void refusesWhatIsNoQuestion(String query, int status, String code) {
		assertThat(body(query, status).path("code").stringValue()).isEqualTo(code);
	}

	@Test
	void isForFinanceAlone() {
		JsonNode started = this.payer.start(this.payer.bill(100), 100);
		for (String path : List.of(SEARCH, SEARCH + "/" + started.path("id").stringValue())) {
			for (String token : List.of(TestTokens.resident(this.payer.id), TestTokens.resident(UUID.randomUUID()),
					TestTokens.staff("help-desk"))) {
				this.client.get()
					.uri(path)
					.headers((headers) -> headers.setBearerAuth(token))
					.exchange()
					.expectStatus()
					.isForbidden();
			}
			this.client.get().uri(path).exchange().expectStatus().isUnauthorized();
		}
	}

	@Test
	void logsWhoSearchedByWhatAndNotForWhom(CapturedOutput output) {
		found("?customerNumber=" + this.payer.customer);
		assertThat(output.getOut()).contains("searched payments by [customer], 0 on the page")
			.doesNotContain(this.payer.customer);
	}

	private List<String> found(String query) {
		return body(query, 200).path("items").valueStream().map((item) -> item.path("id").stringValue()).toList();
	}

	private JsonNode body(String query, int status) {
		byte[] body = this.client.get()
			.uri(SEARCH + query)
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JsonMapper.shared().readTree(body);
	}

}

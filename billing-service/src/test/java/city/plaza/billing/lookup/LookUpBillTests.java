package city.plaza.billing.lookup;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LookUpBillTests {

	private final String address = LookupFixture.newAddress();

	@Autowired
	private TestLedger ledger;

	@Autowired
	private LookupFixture visitors;

	@Autowired
	private WebTestClient client;

	private String customer;

	private String bill;

	@BeforeEach
	void issuesABill() {
		this.customer = this.ledger.customer();
		this.bill = this.ledger.bill(this.customer, "250.00");
	}

	@Test
	void showsTheBillAndNothingOfItsCustomer() {
		this.ledger.bill(this.customer, "99.00");
		this.ledger.posting(this.bill, "2021-08-20", "100.00");

		EntityExchangeResult<byte[]> response = this.visitors.lookUp(this.address, this.customer, this.bill);

		assertThat(response.getStatus().value()).isEqualTo(201);
		JsonNode bill = LookupFixture.json(response).path("bill");
		assertThat(bill.propertyNames()).containsExactlyInAnyOrder("billNumber", "billType", "billTypeName", "billYear",
				"issuedOn", "payBy", "asOf", "totalCharges", "totalUnpaid", "balanceDue", "pendingWebPayment",
				"charges");
		assertThat(bill.path("billNumber").asString()).isEqualTo(this.bill);
		assertThat(bill.path("billType").asString()).isEqualTo("CLAIMS");
		assertThat(bill.path("issuedOn").asString()).isEqualTo("2021-06-01");
		assertThat(bill.path("payBy").asString()).isEqualTo("2021-07-02");
		assertThat(bill.path("totalCharges").path("amount").asLong()).isEqualTo(25_000);
		assertThat(bill.path("totalUnpaid").path("amount").asLong()).isEqualTo(15_000);
		assertThat(bill.path("balanceDue").path("amount").asLong()).isEqualTo(15_000);
		assertThat(bill.path("pendingWebPayment").asBoolean(true)).isFalse();
		assertThat(bill.path("charges").size()).isOne();
		assertThat(bill.path("charges").path(0).path("description").asString()).isEqualTo("DAMAGED SIGN");
		assertThat(text(response)).doesNotContain("EXAMPLE CUSTOMER", "MAIN ST", "ANY TOWN", this.customer);
	}

	@Test
	void addsWhatALateBillCosts() {
		String late = this.ledger.bill(this.customer, "LICENSE", "100.00");
		JsonNode found = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, late));
		assertThat(found.path("bill").path("totalUnpaid").path("amount").asLong()).isEqualTo(10_000);
		assertThat(found.path("bill").path("balanceDue").path("amount").asLong()).isEqualTo(12_500);
		JsonNode again = LookupFixture.json(this.visitors.read(found.path("id").asString()));
		assertThat(again.path("bill")).isEqualTo(found.path("bill"));
	}

	@ParameterizedTest
	@CsvSource({ "' %s ', '%s'", "'%s', ' %s '", "'\u200b%s', '%s'" })
	void takesTheNumbersAsPeopleTypeThem(String customer, String bill) {
		assertThat(this.visitors.lookUp(this.address, customer.formatted(this.customer), bill.formatted(this.bill))
			.getStatus()
			.value()).isEqualTo(201);
	}

	@Test
	void answersAnUnknownCustomerAnUnknownBillAndTheBillOfAnotherAlike() {
		String other = this.ledger.customer();
		EntityExchangeResult<byte[]> unknownCustomer = this.visitors.lookUp(this.address, TestLedger.newNumber(),
				this.bill);
		EntityExchangeResult<byte[]> unknownBill = this.visitors.lookUp(this.address, this.customer,
				TestLedger.newNumber());
		EntityExchangeResult<byte[]> foreign = this.visitors.lookUp(this.address, other, this.bill);
		EntityExchangeResult<byte[]> neither = this.visitors.lookUp(this.address, "no such", "thing");

		assertThat(unknownCustomer.getStatus().value()).isEqualTo(422);
		assertThat(LookupFixture.json(unknownCustomer).path("code").asString()).isEqualTo("no-such-bill");
		for (EntityExchangeResult<byte[]> each : Set.of(unknownBill, foreign, neither)) {
			assertThat(each.getStatus()).isEqualTo(unknownCustomer.getStatus());
			assertThat(text(each)).isEqualTo(text(unknownCustomer));
			assertThat(sameForAll(each)).isEqualTo(sameForAll(unknownCustomer));
		}
	}

	@Test
	void showsNoBillOfAYearThatIsNotShown() {
		String old = TestLedger.newNumber();
		this.ledger.good("bills", TestLedger.BILLS + old + "," + this.customer
				+ ",CLAIMS,2014,2014-06-01,2014-07-02,USD,1,DAMAGED SIGN,10.00\n");
		assertThat(this.visitors.lookUp(this.address, this.customer, old).getStatus().value()).isEqualTo(422);
	}

	@Test
	void readsItAgainAsItIsThen() {
		JsonNode found = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill));
		this.ledger.posting(this.bill, "2021-08-20", "250.00");

		EntityExchangeResult<byte[]> again = this.visitors.read(found.path("id").asString());

		assertThat(again.getStatus().value()).isEqualTo(200);
		JsonNode lookup = LookupFixture.json(again);
		assertThat(lookup.path("bill").path("totalUnpaid").path("amount").asLong(-1)).isZero();
		assertThat(lookup.path("expiresAt")).isEqualTo(found.path("expiresAt"));
		assertThat(again.getResponseHeaders().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
	}

	@Test
	void givesEachFindingAnIdOfItsOwnThatCannotBeGuessed() {
		String one = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill))
			.path("id")
			.asString();
		String other = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill))
			.path("id")
			.asString();
		assertThat(one).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(other);
	}

	@Test
	void readsNothingOnceItsTimeIsOver() {
		String id = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill))
			.path("id")
			.asString();
		this.visitors.run("update bill_lookup set expires_at = now() - interval '1 second' where bill_number = '%s'"
			.formatted(this.bill));

		assertThat(this.visitors.read(id).getStatus().value()).isEqualTo(404);
	}

	@Test
	void readsNothingOnceTheBillIsAnothers() {
		String id = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill))
			.path("id")
			.asString();
		String other = this.ledger.customer();
		this.ledger.good("bills", TestLedger.BILLS + this.bill + "," + other
				+ ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,DAMAGED SIGN,250.00\n");

		assertThat(this.visitors.read(id).getStatus().value()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "w7Fq0cZ2m1o9bV4kXy3TtR5pLs8uHd6aJeGnKiMvCzA", "1", "客户", "😀" })
	void knowsNoOtherId(String id) {
		assertThat(this.visitors.read(id).getStatus().value()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"customerNumber\": \"\", \"billNumber\": \" \"}",
			"{\"customerNumber\": null, \"billNumber\": null}" })
	void namesWhatIsMissing(String body) {
		EntityExchangeResult<byte[]> response = this.visitors.post(this.address, body);
		assertThat(response.getStatus().value()).isEqualTo(422);
		assertThat(LookupFixture.json(response).path("errors").valueStream())
			.extracting((error) -> error.path("field").asString())
			.containsExactlyInAnyOrder("customerNumber", "billNumber");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"customerNumber\": \"%s\", \"billNumber\": \"1\"}",
			"{\"customerNumber\": \"1\", \"billNumber\": \"%s\"}" })
	void refusesWhatIsTooLong(String body) {
		assertThat(this.visitors.post(this.address, body.formatted("1".repeat(41))).getStatus().value()).isEqualTo(422);
		assertThat(this.visitors.post(this.address, body.formatted("1".repeat(40))).getStatus().value()).isEqualTo(422);
		assertThat(this.visitors.post(this.address, body.formatted("1".repeat(200_000))).getStatus().value()).isIn(413,
				422);
	}

	/** Whoever they are, they need the two numbers and nothing else. */
	@Test
	void makesNoDifferenceBetweenCallers() {
		UUID owner = UUID.randomUUID();
		this.ledger.link(owner, this.customer);
		for (String token : new String[] { TestTokens.resident(owner), TestTokens.resident(UUID.randomUUID()),
				TestTokens.staff("finance") }) {
			assertThat(status(token)).isEqualTo(201);
		}
	}

	private int status(String token) {
		return this.client.post()
			.uri("/api/v1/bill-lookups")
			.header("X-Forwarded-For", this.address)
			.header("Content-Type", "application/json")
			.headers((headers) -> headers.setBearerAuth(token))
			.bodyValue("{\"customerNumber\": \"%s\", \"billNumber\": \"%s\"}".formatted(this.customer, this.bill))
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	private static Map<String, String> sameForAll(EntityExchangeResult<byte[]> response) {
		Map<String, String> headers = new TreeMap<>(response.getResponseHeaders().toSingleValueMap());
		headers.remove("X-Request-Id");
		return headers;
	}

	private static String text(EntityExchangeResult<byte[]> response) {
		return LookupFixture.json(response).toString().replaceAll("\"requestId\":\"[^\"]+\"", "");
	}

}

package city.plaza.billing.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class StartPaymentTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private Payer payer;

	@Autowired
	private ObjectProvider<Payer> payers;

	@Test
	void respondsWithAReferenceAndThePageToPayOn() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		assertThat(started.path("reference").stringValue()).matches("PLZ-[2-9A-Z]{4}-[2-9A-Z]{4}");
		assertThat(started.path("state").stringValue()).isEqualTo("redirected");
		assertThat(started.path("checkoutUrl").stringValue()).contains("/sandbox-provider/checkouts/");
	}

	@Test
	void marksItsBillsPendingForTheVeryNextRead() {
		String first = this.payer.bill(25000);
		String second = this.payer.bill(9000);
		JsonNode started = Payer.body(this.payer.start("several",
				"{\"allocations\":[" + Payer.line(first, 25000) + "," + Payer.line(second, 9000) + "]}"), 201);
		assertThat(this.payer.pendingBills()).containsExactlyInAnyOrder(first, second);
		JsonNode shown = this.payer.show(started);
		assertThat(shown.path("amount").path("amount").longValue()).isEqualTo(34000);
		assertThat(shown.path("allocations").path(1).path("billNumber").stringValue()).isEqualTo(second);
		assertThat(shown.path("allocations").path(1).path("customerNumber").stringValue())
			.isEqualTo(this.payer.customer);
		assertThat(shown.path("finished").booleanValue()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0, 422, amount-not-positive", "-1, 422, amount-not-positive", "25001, 422, amount-above-unpaid",
			"9223372036854775807, 422, amount-above-unpaid", "250.5, 400, malformed-request",
			"25000.0, 400, malformed-request", "9223372036854775808, 400, malformed-request",
			"\"25000\", 400, malformed-request", "null, 400, malformed-request" })
	void refusesAmountsThatCannotBePaid(String amount, int status, String code) {
		String json = Payer.order(this.payer.bill(25000), 77777).replace("77777", amount);
		assertRefused(this.payer.start("amount", json), status, code);
		assertThat(this.payer.pendingBills()).isEmpty();
	}

	@Test
	void refusesAPartOfABillThatIsPaidWhole() {
		assertRefused(this.payer.start("part", Payer.order(this.payer.bill(25000, "PERMIT"), 100)), 422,
				"part-payment-not-allowed");
	}

	@Test
	void takesAPartWhereTheTypeAllowsIt() {
		this.payer.start(this.payer.bill(25000), 100);
	}

	@Test
	void refusesAnotherCurrencyThanTheBills() {
		String json = Payer.order(this.payer.bill(25000), 25000).replace("USD", "CAD");
		assertRefused(this.payer.start("currency", json), 422, "currency-mismatch");
	}

	@Test
	void refusesABillNamedTwice() {
		String line = Payer.line(this.payer.bill(25000), 100);
		assertRefused(this.payer.start("twice", "{\"allocations\":[" + line + "," + line + "]}"), 422,
				"duplicate-bill");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"allocations\":[]}", "{\"allocations\":[null]}", "{\"allocations\":[{}]}",
			"{\"allocations\":[{\"billNumber\":\"\",\"amount\":{\"amount\":1,\"currency\":\"USD\"}}]}",
			"{\"allocations\":[{\"billNumber\":\"1\"}]}" })
	void refusesAnIncompleteRequestAndNamesTheFields(String json) {
		assertRefused(this.payer.start("holes", json), 422, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"allocations\":1}", "{\"allocations\":[],\"allocations\":[]}" })
	void refusesWhatIsNoSuchJson(String json) {
		assertRefused(this.payer.start("json", json), 400, "malformed-request");
	}

	@Test
	void namesTheTextThatCannotBeStored() {
		this.payer.start("nul", Payer.order("a\\u0000b", 1))
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.field")
			.isEqualTo("allocations[0].billNumber");
	}

	@Test
	void aForeignBillIsAsAbsentAsOneThatDoesNotExist() {
		String own = this.payer.bill(100);
		String foreign = this.payers.getObject().bill(25000);
		assertRefused(this.payer.start("foreign", Payer.order(foreign, 25000)), 404, "not-found");
		assertRefused(this.payer.start("absent", Payer.order("no-such-bill", 25000)), 404, "not-found");
		assertRefused(
				this.payer.start("both",
						"{\"allocations\":[" + Payer.line(own, 999999) + "," + Payer.line(foreign, 25000) + "]}"),
				404, "not-found");
	}

	@Test
	void aBillIsNotPaidAnyMoreOnceTheLinkHasEnded() {
		String bill = this.payer.bill(25000);
		this.payer.run("update link set ended_at = now() where resident_id = :id", Map.of("id", this.payer.id));
		assertRefused(this.payer.start("unlinked", Payer.order(bill, 25000)), 404, "not-found");
	}

	@Test
	void refusesABillThatIsPaid() {
		String bill = this.payer.bill(25000);
		this.payer.run("""
				insert into entry (entry_reference, bill_number, effective_on, amount, currency, recorded_at)
				values (:bill, :bill, '2026-03-03', 25000, 'USD', now())""", Map.of("bill", bill));
		assertRefused(this.payer.start("paid", Payer.order(bill, 100)), 409, "bill-paid");
	}

	@Test
	void refusesABillThatIsPending() {
		String bill = this.payer.bill(25000);
		this.payer.start(bill, 100);
		assertRefused(this.payer.start("pending", Payer.order(bill, 100)), 409, "bill-pending");
	}

	@Test
	void needsAKey() {
		String json = Payer.order(this.payer.bill(25000), 25000);
		for (String key : List.of("k".repeat(201), "k k")) {
			assertRefused(this.payer.start(key, json), 400, "idempotency-key-missing");
		}
		assertRefused(this.client.post()
			.uri("/api/v1/payments")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(this.payer.id)))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange(), 400, "idempotency-key-missing");
	}

	@Test
	void theSameKeyGivesTheSameResponseAgain() {
		String json = Payer.order(this.payer.bill(25000), 25000);
		JsonNode first = Payer.body(this.payer.start("again", json), 201);
		assertThat(Payer.body(this.payer.start("again", json), 201)).isEqualTo(first);
		this.payer.payBy(first, "4000000000000002").expectStatus().isSeeOther();
		this.payer.show(first);
		assertThat(Payer.body(this.payer.start("again", json), 201)).isEqualTo(first);
	}

	/** Who goes by it does not lead a resident to the page of a payment that was paid. */
	@Test
	void aRepetitionIsMarked() {
		String json = Payer.order(this.payer.bill(25000), 25000);
		this.payer.start("marked", json).expectStatus().isCreated().expectHeader().doesNotExist("Idempotent-Replayed");
		this.payer.start("marked", json)
			.expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("Idempotent-Replayed", "true");
	}

	@Test
	void theSameKeyWithAnotherBodyIsRefused() {
		String bill = this.payer.bill(25000);
		this.payer.start("reused", Payer.order(bill, 25000)).expectStatus().isCreated();
		assertRefused(this.payer.start("reused", Payer.order(bill, 24999)), 422, "idempotency-key-reused");
	}

	@Test
	void theSameKeyOfAnotherResidentIsAnotherKey() {
		Payer neighbor = this.payers.getObject();
		JsonNode mine = Payer.body(this.payer.start("shared", Payer.order(this.payer.bill(100), 100)), 201);
		JsonNode theirs = Payer.body(neighbor.start("shared", Payer.order(neighbor.bill(100), 100)), 201);
		assertThat(mine.path("id")).isNotEqualTo(theirs.path("id"));
	}

	@Test
	void aRefusalDoesNotUseTheKeyUp() {
		String bill = this.payer.bill(25000);
		assertRefused(this.payer.start("second-try", Payer.order(bill, 25001)), 422, "amount-above-unpaid");
		this.payer.start("second-try", Payer.order(bill, 25000)).expectStatus().isCreated();
	}

	@Test
	void ofFiftyAtOnceForTheSameBillExactlyOneStarts() throws Exception {
		String json = Payer.order(this.payer.bill(25000), 25000);
		List<Integer> statuses = atOnce(50,
				(n) -> this.payer.start("race-" + n, json).expectBody().returnResult().getStatus().value());
		assertThat(statuses).filteredOn((status) -> status != 409).singleElement().isIn(201, 503);
		assertThat(this.payer.pendingBills()).hasSize(1);
		// On a busy machine the provider may have been too slow: its key goes on.
		int first = IntStream.range(0, 50).filter((n) -> statuses.get(n) != 409).findFirst().orElseThrow();
		this.payer.start("race-" + first, json).expectStatus().isCreated();
		assertThat(this.payer.pendingBills()).hasSize(1);
	}

	@Test
	void fiftyAtOnceWithTheSameKeyAreOnePayment() throws Exception {
		String json = Payer.order(this.payer.bill(25000), 25000);
		List<JsonNode> answers = atOnce(50, (n) -> Payer.body(this.payer.start("same-race", json), 201));
		assertThat(answers).containsOnly(answers.getFirst());
	}

	@Test
	void crossedOrdersOfTheSameBillsDoNotLockEachOtherOut() throws Exception {
		String a = Payer.line(this.payer.bill(100), 100);
		String b = Payer.line(this.payer.bill(100), 100);
		List<Integer> statuses = atOnce(20,
				(n) -> this.payer
					.start("crossed-" + n, "{\"allocations\":[" + ((n % 2 == 0) ? a + "," + b : b + "," + a) + "]}")
					.expectBody()
					.returnResult()
					.getStatus()
					.value());
		assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
	}

	@Test
	void nobodyWithoutATokenStartsAPayment() {
		this.client.post()
			.uri("/api/v1/payments")
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Payer.order(this.payer.bill(100), 100))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	private static void assertRefused(WebTestClient.ResponseSpec answer, int status, String code) {
		answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
	}

	private static <T> List<T> atOnce(int times, IntFunction<T> act) throws Exception {
		CountDownLatch ready = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = IntStream.range(0, times).mapToObj((n) -> threads.submit(() -> {
				ready.await();
				return act.apply(n);
			})).toList();
			ready.countDown();
			List<T> results = new java.util.ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
	}

}

package city.plaza.billing.finance;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ExportBatchTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestLedger ledger;

	private String customer = "";

	@BeforeEach
	void nothingIsLeftToExport() {
		this.customer = this.ledger.customer();
		make();
	}

	@Test
	void eachPartOfAPaymentIsInOneExport() {
		String first = submitted("100.00");
		JsonNode batch = make();
		assertThat(batch.path("lines").asInt()).isOne();
		assertThat(batch.path("total").path("amount").asInt()).isEqualTo(10000);
		assertThat(make().path("code").asString()).isEqualTo("nothing-to-export");
		String second = submitted("50.00");
		JsonNode next = make();
		assertThat(csv(batch)).contains(first).doesNotContain(second);
		assertThat(csv(next)).contains(second).doesNotContain(first).startsWith("payment_reference,bill_number,");
		// Posting takes nothing out of an export that was fetched.
		String before = csv(batch);
		run("update payment set state = 'posted' where reference = '" + first + "'");
		run("update payment_allocation set pending = false where payment_id = (select payment_id from payment "
				+ "where reference = '" + first + "')");
		assertThat(csv(batch)).isEqualTo(before);
		JsonNode list = body(get("/api/v1/finance/exports"));
		assertThat(list.path("items").path(0).path("id")).isEqualTo(next.path("id"));
		assertThat(list.path("items").path(1).path("id")).isEqualTo(batch.path("id"));
	}

	@Test
	void saysWhatIsPostedOfAnExportAndWhoMadeIt() {
		submitted("10.00");
		make();
		String reference = submitted("100.00");
		submitted("50.00");
		JsonNode made = make();
		assertThat(made.path("state").asString()).isEqualTo("open");
		assertThat(made.path("createdBy").path("name").asString()).isNotEmpty();
		String bill = reference.substring("PLZ-X-".length());
		this.ledger.good("postings",
				TestLedger.POSTINGS + TestLedger.newNumber() + "," + reference + "," + bill + ",2026-03-03,40.00,USD\n"
						+ TestLedger.newNumber() + "," + reference + "," + bill + ",2026-03-03,60.00,USD\n");
		JsonNode listed = body(get("/api/v1/finance/exports?limit=1")).path("items").path(0);
		assertThat(listed.path("id")).isEqualTo(made.path("id"));
		assertThat(listed.path("state").asString()).isEqualTo("partly-posted");
		assertThat(listed.path("lines").asInt()).isEqualTo(2);
		assertThat(listed.path("total").path("amount").asInt()).isEqualTo(15000);
		assertThat(listed.path("postedLines").asInt()).isOne();
		assertThat(listed.path("postedTotal").path("amount").asInt()).isEqualTo(10000);
		String next = body(get("/api/v1/finance/exports?limit=1")).path("next").asString();
		assertThat(body(get("/api/v1/finance/exports?limit=1&cursor=" + next)).path("items").path(0).path("id"))
			.isNotEqualTo(made.path("id"));
	}

	@Test
	void listsTheExportsThatAnImportPosted() {
		String first = submitted("10.00");
		JsonNode made = make();
		String second = submitted("20.00");
		JsonNode next = make();
		UUID refused = this.ledger.bring("postings", posting(first, "10.01") + row(second, "20.01")).id();
		assertThat(postedBy(refused)).isEmpty();
		UUID one = this.ledger.good("postings", posting(first, "10.00")).id();
		assertThat(postedBy(one)).containsExactly(made.path("id"));
		UUID other = this.ledger.bring("postings", posting(first, "10.00") + row(second, "20.00")).id();
		assertThat(postedBy(other)).containsExactly(next.path("id"));
		assertThat(postedBy(UUID.randomUUID())).isEmpty();
		get("/api/v1/finance/exports?postedBy=x").expectStatus().isBadRequest();
	}

	@Test
	void twoWhoExportAtOnceShareNoLine() {
		List<String> references = IntStream.range(0, 5).mapToObj((n) -> submitted("1.00")).toList();
		List<JsonNode> made = IntStream.range(0, 6).parallel().mapToObj((n) -> make()).toList();
		assertThat(made).filteredOn((batch) -> batch.path("lines").asInt(0) > 0).hasSize(1);
		JsonNode batch = made.stream().filter((it) -> it.has("lines")).findFirst().orElseThrow();
		assertThat(csv(batch).lines().skip(1).map((line) -> line.split(",")[0]))
			.containsExactlyInAnyOrderElementsOf(references);
	}

	@Test
	void aLargeExportComesWhole() {
		String bill = this.ledger.bill(this.customer, "1.00");
		UUID batch = UUID.randomUUID();
		run("insert into export_batch values ('" + batch + "', gen_random_uuid(), now())");
		run("insert into export_line select '" + batch + "-' || n, '" + bill + "', '" + batch
				+ "', n, 'c', 1, 'USD', now() from generate_series(1, 2500) n");
		List<String> lines = csv(batch.toString()).lines().toList();
		assertThat(lines).hasSize(2501).doesNotHaveDuplicates();
	}

	@Test
	void isForFinanceAloneAndOnlyOfWhatExists() {
		this.client.post()
			.uri("/api/v1/finance/exports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(UUID.randomUUID())))
			.exchange()
			.expectStatus()
			.isForbidden();
		get("/api/v1/finance/exports/" + UUID.randomUUID()).expectStatus().isNotFound();
	}

	private List<JsonNode> postedBy(UUID run) {
		return body(get("/api/v1/finance/exports?postedBy=" + run)).path("items")
			.valueStream()
			.map((batch) -> batch.path("id"))
			.toList();
	}

	private static String posting(String reference, String amount) {
		return TestLedger.POSTINGS + row(reference, amount);
	}

	private static String row(String reference, String amount) {
		return TestLedger.newNumber() + "," + reference + "," + reference.substring("PLZ-X-".length()) + ",2026-03-03,"
				+ amount + ",USD\n";
	}

	private String submitted(String amount) {
		String bill = this.ledger.bill(this.customer, amount);
		String reference = "PLZ-X-" + bill;
		long cents = Math.round(Double.parseDouble(amount) * 100);
		run("""
				with p as (
				  insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at, created_at,
				      submitted_at)
				  values (gen_random_uuid(), '%s', gen_random_uuid(), 'submitted', %d, 'USD', now(), now(), now())
				  returning payment_id)
				insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
				select payment_id, 1, '%s', '%s', %d from p"""
			.formatted(reference, cents, bill, this.customer, cents));
		return reference;
	}

	private JsonNode make() {
		return body(this.client.post()
			.uri("/api/v1/finance/exports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange());
	}

	private String csv(JsonNode batch) {
		return csv(batch.path("id").asString());
	}

	private String csv(String batch) {
		return get("/api/v1/finance/exports/" + batch).expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

	private WebTestClient.ResponseSpec get(String path) {
		return this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1024 * 1024))
			.build()
			.get()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange();
	}

	private static JsonNode body(WebTestClient.ResponseSpec response) {
		return response.expectBody(JsonNode.class).returnResult().getResponseBody();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}

package city.plaza.billing.finance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From a web payment whose money was taken to its posting by finance. */
@PlazaTest
class WebPaymentPostingTests {

	private final UUID resident = UUID.randomUUID();

	private final UUID payment = UUID.randomUUID();

	private final String reference = "PLZ-TEST-" + TestLedger.newNumber();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestLedger ledger;

	private String customer;

	private String first;

	private String second;

	@BeforeEach
	void takesAPayment() {
		this.customer = this.ledger.customer();
		this.ledger.link(this.resident, this.customer);
		this.first = this.ledger.bill(this.customer, "250.00");
		this.second = this.ledger.bill(this.customer, "250.00");
		write("""
				insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at, created_at,
				                     submitted_at)
				values ('%s', '%s', '%s', 'submitted', 50000, 'USD', now() + interval '1 hour', now(), now())
				"""
			.formatted(this.payment, this.reference, this.resident));
		int line = 1;
		for (String bill : List.of(this.first, this.second)) {
			write("""
					insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
					values ('%s', %d, '%s', '%s', 25000)
					""".formatted(this.payment, line++, bill, this.customer));
		}
	}

	@Test
	void isMarkedExportedAndCleared() {
		JsonNode bill = bill(this.first);
		assertThat(bill.path("pendingWebPayment").asBoolean()).isTrue();
		assertThat(bill.path("pendingPaymentId").asString()).isEqualTo(this.payment.toString());
		assertThat(bill.path("totalUnpaid").path("amount").asLong()).isEqualTo(25_000);
		assertThat(export()).contains(this.reference + "," + this.first + "," + this.customer + ",250.00,USD,");

		this.ledger.good("postings", TestLedger.POSTINGS + row(this.first, "250.00"));

		assertThat(bill(this.first).path("pendingWebPayment").asBoolean(true)).isFalse();
		assertThat(bill(this.first).path("totalUnpaid").path("amount").asLong(-1)).isZero();
		assertThat(bill(this.first).path("postings").path(0).path("reference").asString()).isEqualTo(this.reference);
		assertThat(bill(this.second).path("pendingWebPayment").asBoolean()).isTrue();
		assertThat(totalUnpaid()).isEqualTo(25_000);

		this.ledger.good("postings", TestLedger.POSTINGS + row(this.second, "250.00"));

		assertThat(bill(this.second).path("pendingWebPayment").asBoolean(true)).isFalse();
		assertThat(totalUnpaid()).isZero();
		assertThat(export()).doesNotContain(this.reference);
		JsonNode posted = this.events.await("billing.payments", "PaymentPosted",
				(body) -> body.toString().contains(this.reference));
		GoldenSamples.assertMatches("billing.payments", "PaymentPosted", posted);
	}

	@Test
	void isMarkedForOthersWithoutDisclosingWhosePaymentItIs() {
		UUID other = UUID.randomUUID();
		this.ledger.link(other, this.customer);

		JsonNode bill = this.ledger.read(other, "/api/v1/bills/" + this.first);

		assertThat(bill.path("pendingWebPayment").asBoolean()).isTrue();
		assertThat(bill.path("pendingPaymentId").isNull()).isTrue();
	}

	@Test
	void isNotPostedForMoreThanItPaysNorToAnotherBill() {
		String third = this.ledger.bill(this.customer, "250.00");

		ImportReport answer = this.ledger.bring("postings",
				TestLedger.POSTINGS + row(this.first, "250.01") + row(third, "250.00"));

		assertThat(answer.accepted()).isZero();
		assertThat(answer.errors().getFirst().code()).isEqualTo("wrong-amount");
		assertThat(answer.errors().getFirst().expected()).containsExactly("250.00");
		assertThat(answer.errors().get(1).code()).isEqualTo("payment-not-of-this-bill");
		assertThat(bill(this.first).path("pendingWebPayment").asBoolean()).isTrue();
	}

	@Test
	void isNotPostedTwiceUnderTwoReferences() {
		ImportReport answer = this.ledger.bring("postings",
				TestLedger.POSTINGS + row(this.first, "250.00") + row(this.first, "250.00"));

		assertThat(answer.accepted()).isOne();
		assertThat(answer.codes()).contains("payment-not-pending");
	}

	@Test
	void staysPendingThroughADryRun() {
		this.ledger.dryRun("postings", TestLedger.POSTINGS + row(this.first, "250.00"));

		assertThat(bill(this.first).path("pendingWebPayment").asBoolean()).isTrue();
	}

	private String row(String bill, String amount) {
		return TestLedger.newNumber() + "," + this.reference + "," + bill + ",2026-06-20," + amount + ",USD\n";
	}

	private JsonNode bill(String number) {
		return this.ledger.read(this.resident, "/api/v1/bills/" + number);
	}

	private long totalUnpaid() {
		return this.ledger.read(this.resident, "/api/v1/customers/" + this.customer + "/bills")
			.path("totalUnpaid")
			.path("amount")
			.asLong(-1);
	}

	private String export() {
		byte[] body = this.client.get()
			.uri("/api/v1/finance/exports/web-payments")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectHeader()
			.contentType("text/csv;charset=UTF-8")
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new String(body, StandardCharsets.UTF_8);
	}

	private void write(String sql) {
		this.database.sql(sql).fetch().rowsUpdated().block();
	}

}

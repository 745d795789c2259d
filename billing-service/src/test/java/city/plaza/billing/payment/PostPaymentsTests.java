package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.money.Money;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class PostPaymentsTests {

	private static final LocalDate POSTED_ON = LocalDate.of(2026, 3, 3);

	private static final String TOPIC = "billing.payments";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestEvents events;

	@Autowired
	private PostPayments postPayments;

	@Autowired
	private PaymentReferences references;

	@Autowired
	private PendingExport export;

	@Autowired
	private Transactions transactions;

	private Payer payer;

	@BeforeEach
	void aResidentWithACustomer() {
		this.payer = new Payer(this.client, this.database);
	}

	@Test
	void aPaymentPostedWholeIsPostedAndItsMarkerGoes() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		post(payment, bill, 25000);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(this.payer.pendingBills()).isEmpty();
		assertThat(exported(payment)).isEmpty();
		JsonNode event = this.events.await(TOPIC, "PaymentPosted", (body) -> isOf(body, payment));
		GoldenSamples.assertMatches(TOPIC, "PaymentPosted", event);
		assertThat(event.path("postedOn").stringValue()).isEqualTo("2026-03-03");
	}

	@Test
	void postingAgainTellsNothingAgain() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		post(payment, bill, 25000);
		apply(payment);
		apply(payment);
		this.events.await(TOPIC, "PaymentPosted", (body) -> isOf(body, payment));
		assertThat(this.events.all(TOPIC)).filteredOn((event) -> isOf(event.body(), payment))
			.extracting(TestEvent::type)
			.containsExactly("PaymentSubmitted", "PaymentPosted");
	}

	@Test
	void aPaymentPostedInPartKeepsTheMarkerOfTheRest() {
		String first = this.payer.bill(25000);
		String second = this.payer.bill(9000);
		JsonNode payment = Payer.body(this.payer.start("two-bills",
				"{\"allocations\":[" + Payer.line(first, 25000) + "," + Payer.line(second, 9000) + "]}"), 201);
		this.payer.payBy(payment, "4242424242424242").expectStatus().isSeeOther();
		this.payer.show(payment);
		post(payment, first, 25000);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("submitted");
		assertThat(this.payer.pendingBills()).containsExactly(second);
		assertThat(exported(payment)).extracting(PendingLine::billNumber).containsExactly(second);
		assertThat(check(payment, first, 25000)).isEqualTo(PostingCheck.NOT_SUBMITTED);
		post(payment, second, 9000);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(this.payer.pendingBills()).isEmpty();
	}

	@Test
	void aBillPaidInPartAndPostedCanBePaidFurther() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 10000);
		post(payment, bill, 10000);
		this.payer.start("rest-too-much", Payer.order(bill, 15001)).expectStatus().isEqualTo(422);
		this.payer.start(bill, 15000);
	}

	@Test
	void exportsMoneyTakenAndNotPosted() {
		String bill = this.payer.bill(25000);
		JsonNode open = this.payer.start(this.payer.bill(100), 100);
		JsonNode payment = paid(bill, 25000);
		assertThat(exported(open)).isEmpty();
		assertThat(exported(payment)).singleElement().satisfies((line) -> {
			assertThat(line.billNumber()).isEqualTo(bill);
			assertThat(line.customerNumber()).isEqualTo(this.payer.customer);
			assertThat(line.amount()).isEqualTo(new Money(25000, "USD"));
		});
	}

	@Test
	void checksWhatAPostingNames() {
		String bill = this.payer.bill(25000);
		JsonNode payment = this.payer.start(bill, 25000);
		assertThat(check(payment, bill, 25000)).isEqualTo(PostingCheck.NOT_SUBMITTED);
		this.payer.payBy(payment, "4242424242424242").expectStatus().isSeeOther();
		this.payer.show(payment);
		assertThat(check(payment, bill, 25000)).isEqualTo(PostingCheck.OK);
		assertThat(check(payment, bill, 24999)).isEqualTo(PostingCheck.WRONG_AMOUNT);
		assertThat(check(payment, this.payer.bill(25000), 25000)).isEqualTo(PostingCheck.NOT_OF_THIS_BILL);
		assertThat(this.references.check("PLZ-0000-0000", bill, new Money(25000, "USD")).block())
			.isEqualTo(PostingCheck.UNKNOWN_PAYMENT);
	}

	private JsonNode paid(String bill, long cents) {
		JsonNode payment = this.payer.start(bill, cents);
		this.payer.payBy(payment, "4242424242424242").expectStatus().isSeeOther();
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("submitted");
		return payment;
	}

	private void post(JsonNode payment, String bill, long cents) {
		this.payer.postDirectly(bill, reference(payment), cents);
		apply(payment);
	}

	private void apply(JsonNode payment) {
		this.transactions.inOne(this.postPayments.apply(reference(payment), POSTED_ON)).block();
	}

	private PostingCheck check(JsonNode payment, String bill, long cents) {
		return this.references.check(reference(payment), bill, new Money(cents, "USD")).block();
	}

	private List<PendingLine> exported(JsonNode payment) {
		return this.export.lines()
			.block()
			.stream()
			.filter((line) -> line.paymentReference().equals(reference(payment)))
			.toList();
	}

	private static String reference(JsonNode payment) {
		return payment.path("reference").stringValue();
	}

	private static boolean isOf(JsonNode body, JsonNode payment) {
		return body.path("paymentId").equals(payment.path("id"));
	}

}

package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class PostPaymentsTests {

	private static final LocalDate POSTED_ON = LocalDate.of(2026, 3, 3);

	private static final String TOPIC = "billing.payments";

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestEvents events;

	@Autowired
	private PostPayments postPayments;

	@Autowired
	private AdjustBills adjustBills;

	@Autowired
	private PaymentExceptions exceptions;

	@Autowired
	private PendingExport export;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Payer payer;

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
	void postingAgainPublishesNothing() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		NewPosting posting = posting(payment, bill, 25000);
		assertThat(post(posting)).isEqualTo(PostPayments.Outcome.POSTED);
		assertThat(post(posting)).isEqualTo(PostPayments.Outcome.UNCHANGED);
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
		assertThat(exported(payment)).extracting((line) -> line.billNumber().value()).containsExactly(second);
		assertThat(post(posting(payment, first, 25000))).isEqualTo(PostPayments.Outcome.PAYMENT_NOT_PENDING);
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
			assertThat(line.billNumber().value()).isEqualTo(bill);
			assertThat(line.customerNumber().value()).isEqualTo(this.payer.customer);
			assertThat(line.amount()).isEqualTo(new Money(25000, "USD"));
		});
	}

	@Test
	void onePartOfAPaymentMayBePostedInTwo() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		post(payment, bill, 10000);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("submitted");
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		assertThat(exported(payment)).extracting((line) -> line.amount().amount()).containsExactly(15000L);
		assertThat(post(posting(payment, bill, 15001))).isEqualTo(PostPayments.Outcome.ABOVE_PAYMENT);
		post(payment, bill, 15000);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(this.payer.pendingBills()).isEmpty();
	}

	@Test
	void aWebPaymentOfABillPaidAtTheCounterIsPostedAndWhatIsOverIsACredit() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		NewPosting counter = new NewPosting(newReference(), null, new BillNumber(bill), POSTED_ON,
				new Money(20000, "USD"));
		assertThat(post(counter)).isEqualTo(PostPayments.Outcome.POSTED);
		assertThat(post(posting(payment, bill, 25000))).isEqualTo(PostPayments.Outcome.POSTED);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(this.payer.pendingBills()).isEmpty();
		assertThat(exported(payment)).isEmpty();
		assertThat(unpaid(bill)).isZero();
		JsonNode shown = Payer.body(this.payer.get("/api/v1/bills/" + bill), 200);
		assertThat(shown.path("changes").path(0).path("kind").stringValue()).isEqualTo("credit");
		assertThat(shown.path("changes").path(0).path("amount").path("amount").intValue()).isEqualTo(20000);
		assertThat(this.exceptions.list(true, 10_000).block()).filteredOn((found) -> isOf(found, payment))
			.singleElement()
			.satisfies((found) -> {
				assertThat(found.kind()).isEqualTo(PaymentException.Kind.OVERPAID);
				assertThat(found.amount()).isEqualTo(new Money(20000, "USD"));
			});
		assertThat(post(new NewPosting(newReference(), null, new BillNumber(bill), POSTED_ON, new Money(1, "USD"))))
			.isEqualTo(PostPayments.Outcome.ABOVE_UNPAID);
	}

	@Test
	void aBillMayBeWaivedWhileAPaymentOfItIsPendingAndWhatIsOverIsACredit() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		assertThat(adjust(EntryKind.WAIVER, bill, -25000, null)).isEqualTo(AdjustBills.Outcome.BOOKED);
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		assertThat(post(posting(payment, bill, 25000))).isEqualTo(PostPayments.Outcome.POSTED);
		assertThat(unpaid(bill)).isZero();
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(this.exceptions.list(true, 10_000).block()).filteredOn((found) -> isOf(found, payment))
			.extracting((found) -> found.amount().amount())
			.containsExactly(25000L);
	}

	@Test
	void fiftyPaymentsOfABillAgainstPostingsOfItTakeNoMoreThanOne() {
		String bill = this.payer.bill(50_000);
		List<PostPayments.Outcome> posted = Collections.synchronizedList(new ArrayList<>());
		Mono<Void> counter = Flux.range(0, 20)
			.concatMap((n) -> this.transactions.inOne(this.postPayments.post(List
				.of(new NewPosting(newReference(), null, new BillNumber(bill), POSTED_ON, new Money(1000, "USD"))))))
			.doOnNext((decided) -> decided.forEach((each) -> posted.add(each.outcome())))
			.then();
		CompletableFuture<Void> posting = counter.toFuture();
		List<Integer> statuses = IntStream.range(0, 50)
			.parallel()
			.mapToObj((n) -> this.payer.start("race-" + n, Payer.order(bill, 10_000))
				.returnResult(byte[].class)
				.getStatus()
				.value())
			.toList();
		posting.join();
		assertThat(posted).hasSize(20).containsOnly(PostPayments.Outcome.POSTED);
		assertThat(statuses).containsOnlyOnce(201);
		assertThat(statuses).filteredOn((status) -> status != 201).containsOnly(409);
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		assertThat(unpaid(bill)).isEqualTo(30_000);
	}

	@Test
	void aPaymentOfWhichEveryPostingIsUndoneIsReversed() {
		String bill = this.payer.bill(25000);
		JsonNode payment = paid(bill, 25000);
		NewPosting first = posting(payment, bill, 10000);
		NewPosting second = posting(payment, bill, 15000);
		post(first);
		post(second);
		assertThat(adjust(EntryKind.REVERSAL, bill, 10000, first.reference())).isEqualTo(AdjustBills.Outcome.BOOKED);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("posted");
		assertThat(adjust(EntryKind.REVERSAL, bill, 15000, second.reference())).isEqualTo(AdjustBills.Outcome.BOOKED);
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("reversed");
		assertThat(unpaid(bill)).isEqualTo(25000);
		this.payer.start(bill, 25000);
	}

	@Test
	void aPostingOfAPaymentThatIsNotSubmittedIsRefused() {
		String bill = this.payer.bill(25000);
		JsonNode payment = this.payer.start(bill, 25000);
		assertThat(post(posting(payment, bill, 25000))).isEqualTo(PostPayments.Outcome.PAYMENT_NOT_PENDING);
		assertThat(unpaid(bill)).isEqualTo(25000);
	}

	private JsonNode paid(String bill, long cents) {
		JsonNode payment = this.payer.start(bill, cents);
		this.payer.payBy(payment, "4242424242424242").expectStatus().isSeeOther();
		assertThat(this.payer.show(payment).path("state").stringValue()).isEqualTo("submitted");
		return payment;
	}

	private void post(JsonNode payment, String bill, long cents) {
		assertThat(post(posting(payment, bill, cents))).isEqualTo(PostPayments.Outcome.POSTED);
	}

	private PostPayments.Outcome post(NewPosting posting) {
		return this.transactions.inOne(this.postPayments.post(List.of(posting))).block().getFirst().outcome();
	}

	private AdjustBills.Outcome adjust(EntryKind kind, String bill, long cents, @Nullable String reverses) {
		return this.transactions
			.inOne(this.adjustBills.adjust(List.of(new NewAdjustment(newReference(), kind, new BillNumber(bill),
					POSTED_ON, new Money(cents, "USD"), reverses, null))))
			.block()
			.getFirst()
			.outcome();
	}

	private static NewPosting posting(JsonNode payment, String bill, long cents) {
		return new NewPosting(newReference(), new PaymentReference(reference(payment)), new BillNumber(bill), POSTED_ON,
				new Money(cents, "USD"));
	}

	private static String newReference() {
		return "T" + UUID.randomUUID().toString().substring(0, 13);
	}

	private long unpaid(String bill) {
		return this.database.sql("select total_unpaid from current_bill where bill_number = :bill")
			.bind("bill", bill)
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

	private static boolean isOf(PaymentException found, JsonNode payment) {
		return found.reference().value().equals(reference(payment));
	}

	private List<PendingLine> exported(JsonNode payment) {
		return this.export.lines()
			.block()
			.stream()
			.filter((line) -> line.paymentReference().value().equals(reference(payment)))
			.toList();
	}

	private static String reference(JsonNode payment) {
		return payment.path("reference").stringValue();
	}

	private static boolean isOf(JsonNode body, JsonNode payment) {
		return body.path("paymentId").equals(payment.path("id"));
	}

}

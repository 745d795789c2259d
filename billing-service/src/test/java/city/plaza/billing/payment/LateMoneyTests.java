package city.plaza.billing.payment;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Money and refusals that come when nobody counts on them any more. */
@PlazaTest
class LateMoneyTests {

	private static final String GOOD_CARD = "4242424242424242";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestEvents events;

	@Autowired
	private Faults faults;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Payer payer;

	@AfterEach
	void mend() {
		this.faults.mend();
	}

	@Test
	void aCheckoutOpenedWhileItsPaymentIsCancelledIsClosed() {
		String bill = this.payer.bill(25000);
		Sinks.Empty<Void> hold = this.faults.holdNextOrder();
		CompletableFuture<Integer> start = CompletableFuture
			.supplyAsync(() -> this.payer.start("held", Payer.order(bill, 25000))
				.returnResult(byte[].class)
				.getStatus()
				.value());
		JsonNode created = Awaitility.await()
			.until(() -> Payer.body(this.payer.get("/api/v1/payments"), 200).path("items").path(0),
					(item) -> item.path("state").stringValue("").equals("created"));
		this.payer.cancel(created).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("cancelled");
		hold.tryEmitEmpty();
		assertThat(start.join()).isEqualTo(409);
		assertThat(checkoutState(created)).isEqualTo("cancelled");
		this.payer.start(bill, 25000);
	}

	@Test
	void aCheckoutWhoseStartWasKilledAfterThePaymentEndedIsClosedByTheSweep() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		// As if the process had died between the provider and the database, and a
		// cancellation had come before the order reached the provider.
		this.payer.run("""
				update payment set state = 'cancelled', failure_reason = 'cancelled', finished_at = now(),
				    next_check_at = now() where payment_id = :id""", Map.of("id", idOf(started)));
		this.payer.run("update payment_allocation set pending = false where payment_id = :id",
				Map.of("id", idOf(started)));
		Awaitility.await().until(() -> checkoutState(started).equals("cancelled"));
		Awaitility.await().until(() -> checksOf(started) == 0);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		assertThat(this.payer.charges()).isZero();
	}

	@Test
	void noCheckoutAtTheProviderEndsOnlyAPaymentThatIsStillCreated() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.faults.say(new CheckoutStatus.None());
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
		assertThat(this.payer.pendingBills()).containsExactly(bill);
	}

	@Test
	void aPaymentThatTheProviderDoesNotKnowAnyMoreIsForAPersonToDecide() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.run("delete from sandbox_checkout where payment_id = :id", Map.of("id", idOf(started)));
		this.payer.cancel(started).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("redirected");
		JsonNode found = exceptionOf(started);
		assertThat(found.path("kind").stringValue()).isEqualTo("unknown-at-provider");
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		resolve(found, "Nothing was taken.").expectStatus().isOk();
		assertThat(this.payer.pendingBills()).isEmpty();
		this.payer.start(bill, 25000);
	}

	@Test
	void aCheckoutIsEitherPaidOrExpiredHoweverCloseTheyCome() {
		this.faults.loseNotifications();
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		UUID id = idOf(started);
		// Somebody pays, and the time is over before that commits.
		Sinks.Empty<Void> commit = Sinks.empty();
		CompletableFuture<Void> paying = this.transactions.inOne(this.database
			.sql("update sandbox_checkout set state = 'paid' where payment_id = :id and state = 'open'")
			.bind("id", id)
			.then()
			.then(this.database
				.sql("""
						insert into sandbox_charge (checkout_id, amount, currency, brand, last4)
						select checkout_id, amount, currency, 'visa', '4242' from sandbox_checkout where payment_id = :id""")
				.bind("id", id)
				.then())
			.then(this.database.sql("update sandbox_checkout set expires_at = now() where payment_id = :id")
				.bind("id", id)
				.then())
			.then(commit.asMono())).toFuture();
		Awaitility.await().until(() -> locked(id));
		this.payer.run("update payment set expires_at = now(), next_check_at = now() where payment_id = :id",
				Map.of("id", id));
		Mono.delay(Duration.ofMillis(300)).block();
		commit.tryEmitEmpty();
		paying.join();
		this.payer.letBeChecked(started);
		Awaitility.await().until(() -> this.payer.showAgain(started).path("state").stringValue().equals("submitted"));
		assertThat(this.payer.charges()).isOne();
	}

	@Test
	void anotherAmountThanThePaymentsIsForAPersonToDecide() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.faults.say(new CheckoutStatus.Paid(new Money(24000, "USD"), new PaymentMethod("visa", "4242")));
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
		this.payer.show(started);
		JsonNode found = exceptionOf(started);
		assertThat(found.path("kind").stringValue()).isEqualTo("wrong-amount");
		assertThat(found.path("amount").path("amount").intValue()).isEqualTo(24000);
		assertThat(found.path("expected").path("amount").intValue()).isEqualTo(25000);
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		resolve(found, "Gave 240.00 back at the provider.").expectStatus().isOk();
		assertThat(this.payer.showAgain(started).path("state").stringValue()).isEqualTo("declined");
		assertThat(this.payer.pendingBills()).isEmpty();
		resolve(found, "Once more.").expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("exception-resolved");
	}

	@Test
	void moneyForAPaymentThatHasEndedIsForAPersonToDecide() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.cancel(started).expectStatus().isOk();
		this.faults.say(new CheckoutStatus.Paid(new Money(25000, "USD"), new PaymentMethod("visa", "4242")));
		this.payer.run("update payment set next_check_at = now() where payment_id = :id", Map.of("id", idOf(started)));
		JsonNode found = Awaitility.await().until(() -> exceptionOf(started), (it) -> !it.isMissingNode());
		assertThat(found.path("kind").stringValue()).isEqualTo("paid-after-end");
		assertThat(found.path("state").stringValue()).isEqualTo("cancelled");
		resolve(found, "Given back.").expectStatus().isOk();
		assertThat(exceptionOf(started).isMissingNode()).isTrue();
	}

	@Test
	void aBankThatRefusesDaysLaterFreesTheBillAndIsReported() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("submitted");
		assertThat(checksOf(started)).isOne();
		this.faults.say(new CheckoutStatus.Failed(FailureReason.DECLINED));
		this.payer.letBeChecked(started);
		this.events.await("billing.payments", "PaymentFailed",
				(event) -> event.path("paymentId").equals(started.path("id")));
		assertThat(this.payer.showAgain(started).path("state").stringValue()).isEqualTo("declined");
		assertThat(this.payer.pendingBills()).isEmpty();
		assertThat(exceptionOf(started).path("kind").stringValue()).isEqualTo("refused-after-submission");
	}

	@Test
	void aSubmittedPaymentIsAskedAtGrowingIntervals() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.payer.show(started);
		this.payer.run("update payment set submitted_at = now() - interval '5 hours' where payment_id = :id",
				Map.of("id", idOf(started)));
		this.payer.letBeChecked(started);
		Awaitility.await().until(() -> minutesToNextCheck(started) > 0);
		assertThat(minutesToNextCheck(started)).isBetween(295L, 301L);
		this.payer.run("update payment set submitted_at = now() - interval '9 days' where payment_id = :id",
				Map.of("id", idOf(started)));
		this.payer.letBeChecked(started);
		Awaitility.await().until(() -> minutesToNextCheck(started) > 0);
		assertThat(minutesToNextCheck(started)).isBetween(1435L, 1441L);
	}

	@Test
	void anOpenCheckoutIsAskedAtGrowingIntervals() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.run("""
				update payment set created_at = now() - interval '20 minutes', expires_at = now() + interval '5 hours'
				where payment_id = :id""", Map.of("id", idOf(started)));
		this.payer.letBeChecked(started);
		Awaitility.await().until(() -> minutesToNextCheck(started) > 0);
		assertThat(minutesToNextCheck(started)).isBetween(58L, 60L);
		this.payer.run("update payment set expires_at = now() + interval '10 minutes' where payment_id = :id",
				Map.of("id", idOf(started)));
		this.payer.letBeChecked(started);
		Awaitility.await().until(() -> minutesToNextCheck(started) > 0);
		assertThat(minutesToNextCheck(started)).as("no later than its expiry").isBetween(8L, 10L);
	}

	@Test
	void onlyFinanceSeesAndResolvesExceptions() {
		this.payer.get("/api/v1/finance/payment-exceptions").expectStatus().isForbidden();
		this.client.post()
			.uri("/api/v1/finance/payment-exceptions/{id}/resolution", UUID.randomUUID())
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"note\":\"Nothing there.\"}")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	private JsonNode exceptionOf(JsonNode payment) {
		JsonNode items = Payer
			.body(this.client.get()
				.uri("/api/v1/finance/payment-exceptions")
				.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
				.exchange(), 200)
			.path("items");
		return items.valueStream()
			.filter((item) -> item.path("paymentId").equals(payment.path("id")))
			.findFirst()
			.orElse(items.path(-1));
	}

	private WebTestClient.ResponseSpec resolve(JsonNode exception, String note) {
		return this.client.post()
			.uri("/api/v1/finance/payment-exceptions/{id}/resolution", exception.path("id").stringValue())
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("note", note))
			.exchange();
	}

	private String checkoutState(JsonNode payment) {
		return this.database.sql("select state from sandbox_checkout where payment_id = :id")
			.bind("id", idOf(payment))
			.map((row) -> row.get(0, String.class))
			.one()
			.block();
	}

	private long checksOf(JsonNode payment) {
		return number("select count(next_check_at) from payment where payment_id = :id", payment);
	}

	private long minutesToNextCheck(JsonNode payment) {
		return number("""
				select cast(extract(epoch from next_check_at - now()) / 60 as bigint) from payment
				where payment_id = :id""", payment);
	}

	private long number(String sql, JsonNode payment) {
		return this.database.sql(sql).bind("id", idOf(payment)).map((row) -> row.get(0, Long.class)).one().block();
	}

	private boolean locked(UUID payment) {
		return this.database
			.sql("select payment_id from sandbox_checkout where payment_id = :id for update skip locked")
			.bind("id", payment)
			.map((row) -> true)
			.all()
			.collectList()
			.block()
			.isEmpty();
	}

	private static UUID idOf(JsonNode payment) {
		return UUID.fromString(payment.path("id").stringValue());
	}

}

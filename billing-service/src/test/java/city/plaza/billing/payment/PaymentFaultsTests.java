package city.plaza.billing.payment;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of payments when the provider is silent, slow or forgetful. */
@PlazaTest
class PaymentFaultsTests {

	private static final String GOOD_CARD = "4242424242424242";

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestEvents events;

	@Autowired
	private Faults faults;

	@Autowired
	private Payer payer;

	@AfterEach
	void mend() {
		this.faults.mend();
	}

	@ParameterizedTest
	@EnumSource(names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
	void aStartThatWasCutOffIsContinuedByTheSameKey(Faults.Line line) {
		String bill = this.payer.bill(25000);
		this.faults.cut(line);
		assertUnavailable(this.payer.start("cut-off", Payer.order(bill, 25000)));
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		this.faults.mend();
		JsonNode started = Payer.body(this.payer.start("cut-off", Payer.order(bill, 25000)), 201);
		assertThat(started.path("state").stringValue()).isEqualTo("redirected");
		assertThat(count("select count(*) from payment where resident_id = :id")).isOne();
		assertThat(count("""
				select count(*) from sandbox_checkout join payment using (payment_id)
				where resident_id = :id""")).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "CUT_BEFORE", "CUT_AFTER" })
	void aStartThatIsNotContinuedFreesItsBills(Faults.Line line) {
		String bill = this.payer.bill(25000);
		this.faults.cut(line);
		assertUnavailable(this.payer.start("given-up", Payer.order(bill, 25000)));
		this.payer.run("""
				update payment set expires_at = now() - interval '1 second', next_check_at = now()
				where resident_id = :id""", Map.of("id", this.payer.id));
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		this.faults.mend();
		Awaitility.await().until(() -> this.payer.pendingBills().isEmpty());
		this.payer.start("given-up", Payer.order(bill, 25000))
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("payment-ended");
		this.payer.start(bill, 25000);
	}

	@Test
	void anAbandonedCheckoutExpiresAndFreesTheBill() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.letExpire(started);
		Awaitility.await().until(() -> this.payer.pendingBills().isEmpty());
		JsonNode expired = this.payer.show(started);
		assertThat(expired.path("state").stringValue()).isEqualTo("expired");
		assertThat(expired.path("failureReason").stringValue()).isEqualTo("expired");
		this.events.await("billing.payments", "PaymentFailed", (body) -> isOf(body, started));
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		assertThat(this.payer.charges()).isZero();
	}

	@Test
	void aPaymentMadeInTheLastMomentIsNotExpired() {
		this.faults.loseNotifications();
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.payer.letExpire(started);
		awaitPublished(started, "PaymentSubmitted");
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("submitted");
	}

	@Test
	void aPaymentWhoseNotificationNeverComesIsFoundByAsking() {
		this.faults.loseNotifications();
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.payer.letBeChecked(started);
		awaitPublished(started, "PaymentSubmitted");
	}

	@Test
	void whileTheProviderIsDownAnExpiredPaymentHoldsItsBillUntilTheTruthIsKnown() {
		this.faults.loseNotifications();
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.faults.cut(Faults.Line.FAILING);
		this.payer.letExpire(started);
		Awaitility.await().until(() -> count("""
				select count(*) from payment where resident_id = :id and next_check_at > now()""") == 1);
		assertThat(this.payer.pendingBills()).containsExactly(bill);
		this.payer.start("once-more", Payer.order(bill, 25000)).expectStatus().isEqualTo(409);
		this.faults.mend();
		this.payer.letBeChecked(started);
		awaitPublished(started, "PaymentSubmitted");
		assertThat(this.payer.charges()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "CUT_BEFORE", "FAILING" })
	void aPaymentIsShownAsLastKnownWhileTheProviderIsDown(Faults.Line line) {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.faults.cut(line);
		JsonNode shown = this.payer.show(started);
		assertThat(shown.path("state").stringValue()).isEqualTo("redirected");
		assertThat(shown.path("checkoutUrl")).isEqualTo(started.path("checkoutUrl"));
	}

	@Test
	void aCancellationThatTheProviderDoesNotHearChangesNothing() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.faults.cut(Faults.Line.FAILING);
		assertUnavailable(this.payer.cancel(started));
		this.faults.mend();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
		this.payer.cancel(started).expectStatus().isOk();
		this.payer.cancel(started).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("cancelled");
	}

	@Test
	void aStartThatWasCutOffCanBeCancelled() {
		this.faults.cut(Faults.Line.CUT_BEFORE);
		assertUnavailable(this.payer.start("cut-off", Payer.order(this.payer.bill(25000), 25000)));
		this.faults.mend();
		JsonNode created = Payer.body(this.payer.get("/api/v1/payments"), 200).path("items").path(0);
		assertThat(created.path("state").stringValue()).isEqualTo("created");
		this.payer.cancel(created).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("cancelled");
		assertThat(this.payer.pendingBills()).isEmpty();
	}

	@Test
	void aNotificationThatCameTooEarlyComesAgain() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.faults.cut(Faults.Line.FAILING);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		Awaitility.await().until(() -> count("""
				select count(*) from sandbox_notification join sandbox_checkout using (checkout_id)
				join payment using (payment_id) where resident_id = :id and attempts > 0""") == 1);
		this.faults.mend();
		awaitPublished(started, "PaymentSubmitted");
	}

	private void awaitPublished(JsonNode started, String type) {
		this.events.await("billing.payments", type, (body) -> isOf(body, started));
		assertThat(this.events.all("billing.payments")).filteredOn((event) -> isOf(event.body(), started))
			.extracting(TestEvent::type)
			.containsExactly(type);
	}

	private long count(String sql) {
		return this.database.sql(sql)
			.bind("id", this.payer.id)
			.map((row) -> row.get(0, Long.class))
			.one()
			.blockOptional(Duration.ofSeconds(10))
			.orElseThrow();
	}

	private static void assertUnavailable(WebTestClient.ResponseSpec answer) {
		answer.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("provider-unavailable");
	}

	private static boolean isOf(JsonNode body, JsonNode started) {
		return UUID.fromString(body.path("paymentId").stringValue())
			.equals(UUID.fromString(started.path("id").stringValue()));
	}

}

package city.plaza.billing.payment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class PayOnThePageTests {

	private static final String GOOD_CARD = "4242424242424242";

	private static final String TOPIC = "billing.payments";

	@Autowired
	private WebTestClient client;

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

	@Test
	void anAcceptedCardSubmitsThePayment() {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.payBy(started, GOOD_CARD)
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.location("http://localhost:8080/payments/" + id(started));
		JsonNode paid = this.payer.show(started);
		assertThat(paid.path("state").stringValue()).isEqualTo("submitted");
		assertThat(paid.path("finished").booleanValue()).as("posted").isFalse();
		assertThat(paid.path("method").path("brand").stringValue()).isEqualTo("visa");
		assertThat(paid.path("method").path("last4").stringValue()).isEqualTo("4242");
		assertThat(paid.path("checkoutUrl").isNull()).isTrue();
		assertThat(paid.path("failureReason").isNull()).isTrue();
		assertThat(this.payer.pendingBills()).containsExactly(bill);
	}

	@ParameterizedTest
	@CsvSource({ "en, City of Fairhaven", "es, Ciudad de Fairhaven" })
	void namesTheCityInTheLanguageOfThePayer(String language, String city) {
		String page = Payer.page(this.payer.start(this.payer.bill(25000), 25000));
		this.client.get()
			.uri(page)
			.header(HttpHeaders.ACCEPT_LANGUAGE, language)
			.exchange()
			.expectBody(String.class)
			.value((html) -> assertThat(html).contains("<dd>" + city + "</dd>"));
	}

	@Test
	void theNotificationAloneSubmitsThePayment() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		JsonNode event = this.events.await(TOPIC, "PaymentSubmitted", (body) -> isOf(body, started));
		GoldenSamples.assertMatches(TOPIC, "PaymentSubmitted", event);
		assertThat(event.path("reference")).isEqualTo(started.path("reference"));
		assertThat(event.path("residentId").stringValue()).isEqualTo(this.payer.id.toString());
	}

	@ParameterizedTest
	@CsvSource({ "4000000000000002, declined", "4000000000000119, processing-error" })
	void aCardThatFailsFreesTheBill(String card, String reason) {
		String bill = this.payer.bill(25000);
		JsonNode started = this.payer.start(bill, 25000);
		this.payer.payBy(started, card).expectStatus().isSeeOther();
		assertFailed(started, "declined", reason);
		assertThat(this.payer.charges()).isZero();
		this.payer.start(bill, 25000);
	}

	@Test
	void cancelOnThePageFreesTheBill() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.client.post()
			.uri(Payer.page(started))
			.body(BodyInserters.fromFormData("action", "cancel").with("cardNumber", GOOD_CARD))
			.exchange()
			.expectStatus()
			.isSeeOther();
		assertFailed(started, "cancelled", "cancelled");
	}

	@Test
	void payPressedTwiceChargesOnce() throws Exception {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		Callable<Integer> press = () -> this.payer.payBy(started, GOOD_CARD)
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> pressed = threads.invokeAll(Stream.generate(() -> press).limit(10).toList());
			assertThat(pressed).extracting(Future::resultNow).containsOnly(303);
		}
		assertThat(this.payer.charges()).isOne();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("submitted");
		assertPublishedOnce(started, "PaymentSubmitted");
	}

	@Test
	void aCardThatComesAfterCancelIsNotCharged() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.cancel(started)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("cancelled")
			.jsonPath("$.failureReason")
			.isEqualTo("cancelled");
		assertThat(this.payer.pendingBills()).isEmpty();
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		assertThat(this.payer.charges()).isZero();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("cancelled");
	}

	@Test
	void aPaymentThatTurnsOutPaidIsNotCancelled() {
		this.faults.loseNotifications();
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.payer.cancel(started).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("submitted");
		assertThat(this.payer.pendingBills()).hasSize(1);
	}

	@Test
	void thePageShowsErrorsWithoutGivingTheCardBack() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, "5105105105105100")
			.expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("There is a problem", "value=\"Robin Example\"")
				.doesNotContain("5105105105105100", "987"));
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
	}

	@Test
	void thePageNeedsNoScriptAndNoAccount() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.client.get()
			.uri(Payer.page(started))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy)
						.startsWith("default-src 'none'; style-src 'self'; form-action 'self'"))
			.expectHeader()
			.cacheControl(org.springframework.http.CacheControl.noStore())
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("$250.00", started.path("reference").stringValue()));
		this.client.get()
			.uri("/sandbox-provider/style.css")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueMatches(HttpHeaders.CONTENT_TYPE, "text/css.*");
	}

	@Test
	void aPageThatIsOverShowsIt() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, GOOD_CARD);
		this.client.get()
			.uri(Payer.page(started))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("This payment is done", "/payments/" + id(started)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cardNumber=%", "cardNumber=4242&name=%00", "cardNumber=%zz&action=cancel" })
	void aFormThatCannotBeReadIsRefused(String form) {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.client.post()
			.uri(Payer.page(started))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange()
			.expectStatus()
			.isBadRequest();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
	}

	@Test
	void anUnknownPageIsNotFound() {
		this.client.get().uri("/sandbox-provider/checkouts/guessed").exchange().expectStatus().isNotFound();
		this.client.post()
			.uri("/sandbox-provider/checkouts/guessed")
			.body(BodyInserters.fromFormData("cardNumber", GOOD_CARD))
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void noCardNumberIsEverLoggedOrStored(CapturedOutput output) {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.payBy(started, "5105105105105100").expectStatus().isEqualTo(422);
		this.payer.payBy(started, GOOD_CARD).expectStatus().isSeeOther();
		this.events.await(TOPIC, "PaymentSubmitted", (body) -> isOf(body, started));
		assertThat(output.getAll()).doesNotContain("5105105105105100", GOOD_CARD);
		assertThat(this.database
			.sql("""
					select count(*) from (select c::text as line from sandbox_checkout c union all select h::text from sandbox_charge h
					  union all select n::text from sandbox_notification n union all select p::text from payment p) all_lines
					where line like '%4242424242424242%' or line like '%5105105105105100%'""")
			.map((row) -> row.get(0, Long.class))
			.one()
			.block()).isZero();
	}

	private void assertFailed(JsonNode started, String state, String reason) {
		JsonNode failed = this.payer.show(started);
		assertThat(failed.path("state").stringValue()).isEqualTo(state);
		assertThat(failed.path("failureReason").stringValue()).isEqualTo(reason);
		assertThat(failed.path("finished").booleanValue()).isTrue();
		assertThat(this.payer.pendingBills()).isEmpty();
		JsonNode event = this.events.await(TOPIC, "PaymentFailed", (body) -> isOf(body, started));
		GoldenSamples.assertMatches(TOPIC, "PaymentFailed", event);
		assertThat(event.path("reason").stringValue()).isEqualTo(reason);
	}

	/** Once, also after its notification was delivered. */
	private void assertPublishedOnce(JsonNode started, String type) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> undelivered(started) == 0);
		this.events.await(TOPIC, type, (body) -> isOf(body, started));
		assertThat(this.events.all(TOPIC)).filteredOn((event) -> isOf(event.body(), started))
			.extracting(TestEvent::type)
			.containsExactly(type);
	}

	private long undelivered(JsonNode started) {
		return this.database.sql("""
				select count(*) from sandbox_notification n join sandbox_checkout c using (checkout_id)
				where c.payment_id = :id and n.delivered_at is null""")
			.bind("id", java.util.UUID.fromString(id(started)))
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

	private static boolean isOf(JsonNode body, JsonNode started) {
		return body.path("paymentId").equals(started.path("id"));
	}

	private static String id(JsonNode payment) {
		return payment.path("id").stringValue();
	}

}

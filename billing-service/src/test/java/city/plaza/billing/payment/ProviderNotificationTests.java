package city.plaza.billing.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class ProviderNotificationTests {

	private final WebTestClient client;

	private final DatabaseClient database;

	private final TestEvents events;

	private final String secret;

	@Autowired
	private Payer payer;

	@Autowired
	ProviderNotificationTests(WebTestClient client, DatabaseClient database, TestEvents events,
			@Value("${plaza.billing.payment.sandbox.secret}") String secret) {
		this.client = client;
		this.database = database;
		this.events = events;
		this.secret = secret;
	}

	@Test
	void aGenuineNotificationMakesPlazaAskAndSubmit() {
		JsonNode started = startedAndPaidInSilence();
		String body = body("evt_" + UUID.randomUUID(), started);
		send(body, sign(body, Instant.now())).expectStatus().isOk();
		assertThat(state(started)).isEqualTo("submitted");
		this.events.await("billing.payments", "PaymentSubmitted",
				(event) -> event.path("paymentId").equals(started.path("id")));
	}

	@Test
	void aForgedOneIsRefusedWithoutEffect() {
		JsonNode started = startedAndPaidInSilence();
		String body = body("evt_forged", started);
		assertRefused(started, send(body, sign("another secret", body, Instant.now())));
		assertRefused(started, send(body, "t=1,v1=00"));
		assertRefused(started, send(body, ""));
	}

	@Test
	void anOldOneIsRefusedWithoutEffect() {
		JsonNode started = startedAndPaidInSilence();
		String body = body("evt_old", started);
		assertRefused(started, send(body, sign(body, Instant.now().minusSeconds(310))));
	}

	@Test
	void anAlteredOneIsRefusedWithoutEffect() {
		JsonNode started = startedAndPaidInSilence();
		String body = body("evt_altered", started);
		assertRefused(started, send(body + " ", sign(body, Instant.now())));
	}

	@Test
	void aReplayedOneHasNoEffect() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		String body = body("evt_" + UUID.randomUUID(), started);
		String signature = sign(body, Instant.now());
		send(body, signature).expectStatus().isOk();
		assertThat(state(started)).isEqualTo("redirected");
		payInSilence(started);
		send(body, signature).expectStatus().isOk();
		assertThat(state(started)).isEqualTo("redirected");
	}

	@Test
	void itsAmountsAreNotTrusted() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		String body = body("evt_" + UUID.randomUUID(), started);
		send(body, sign(body, Instant.now())).expectStatus().isOk();
		assertThat(state(started)).isEqualTo("redirected");
	}

	@Test
	void aBankThatRefusesLaterFreesTheBill() {
		JsonNode started = startedAndPaidInSilence();
		notifyOf(started);
		assertThat(state(started)).isEqualTo("submitted");
		this.payer.run("update sandbox_checkout set state = 'declined' where payment_id = :id", idOf(started));
		notifyOf(started);
		assertThat(state(started)).isEqualTo("declined");
		assertThat(this.payer.pendingBills()).isEmpty();
		this.events.await("billing.payments", "PaymentFailed",
				(event) -> event.path("paymentId").equals(started.path("id")));
	}

	@Test
	void moneyTakenForAPaymentThatEndedIsLoggedForAnAlert(CapturedOutput output) {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.cancel(started).expectStatus().isOk();
		payInSilence(started);
		notifyOf(started);
		assertThat(state(started)).isEqualTo("cancelled");
		assertThat(output)
			.contains("Payment " + started.path("id").stringValue() + " needs a decision by finance: paid-after-end");
	}

	@Test
	void anotherAmountThanAskedForIsNotTakenForThePayment(CapturedOutput output) {
		JsonNode started = startedAndPaidInSilence();
		this.payer.run("update sandbox_checkout set amount = 24999 where payment_id = :id", idOf(started));
		notifyOf(started);
		assertThat(state(started)).isEqualTo("redirected");
		assertThat(output)
			.contains("Payment " + started.path("id").stringValue() + " needs a decision by finance: wrong-amount");
	}

	@Test
	void oneOfAPaymentThatIsNotOursIsTakenAndForgotten() {
		String body = "{\"id\":\"evt_x\",\"type\":\"checkout.paid\",\"paymentId\":\"" + UUID.randomUUID() + "\"}";
		send(body, sign(body, Instant.now())).expectStatus().isOk();
	}

	@Test
	void anEventIdThatCannotBeStoredIsRefusedByName() {
		String body = body("evt_\\u0000", startedAndPaidInSilence());
		send(body, sign(body, Instant.now())).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.field")
			.isEqualTo("id");
	}

	@Test
	void anUnknownProviderIsAbsent() {
		this.client.post()
			.uri("/api/v1/provider-notifications/unknown")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void oneWithoutEndIsNotRead() {
		send("x".repeat(100_000), "t=1,v1=00").expectStatus().isEqualTo(413);
	}

	private JsonNode startedAndPaidInSilence() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		payInSilence(started);
		return started;
	}

	/** The money is taken, but the provider sends nothing of its own. */
	private void payInSilence(JsonNode started) {
		Map<String, Object> id = idOf(started);
		this.payer.run("""
				insert into sandbox_charge (checkout_id, amount, currency, brand, last4)
				select checkout_id, amount, currency, 'visa', '4242' from sandbox_checkout where payment_id = :id""",
				id);
		this.payer.run("update sandbox_checkout set state = 'paid' where payment_id = :id", id);
	}

	private void notifyOf(JsonNode started) {
		String body = body("evt_" + UUID.randomUUID(), started);
		send(body, sign(body, Instant.now())).expectStatus().isOk();
	}

	private static Map<String, Object> idOf(JsonNode started) {
		return Map.of("id", UUID.fromString(started.path("id").stringValue()));
	}

	private void assertRefused(JsonNode started, WebTestClient.ResponseSpec answer) {
		answer.expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("signature-invalid");
		assertThat(state(started)).isEqualTo("redirected");
	}

	/** As it is written down; showing it by the API would ask the provider. */
	private String state(JsonNode started) {
		return this.database.sql("select state from payment where payment_id = :id")
			.bind("id", UUID.fromString(started.path("id").stringValue()))
			.map((row) -> row.get(0, String.class))
			.one()
			.block();
	}

	private WebTestClient.ResponseSpec send(String body, String signature) {
		return this.client.post()
			.uri("/api/v1/provider-notifications/sandbox")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Plaza-Sandbox-Signature", signature)
			.bodyValue(body)
			.exchange();
	}

	private static String body(String event, JsonNode started) {
		return "{\"id\":\"" + event + "\",\"type\":\"checkout.paid\",\"paymentId\":" + started.path("id") + "}";
	}

	private String sign(String body, Instant at) {
		return sign(this.secret, body, at);
	}

	/** Written from the documentation, not from the code. */
	private static String sign(String secret, String body, Instant at) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] hmac = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
			return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hmac);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

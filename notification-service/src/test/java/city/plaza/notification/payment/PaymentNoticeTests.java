package city.plaza.notification.payment;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import city.plaza.platform.testing.TestMail.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class PaymentNoticeTests {

	private final UUID resident = UUID.randomUUID();

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private NotificationFixture fixture;

	@Test
	void sendsAReceiptWithReferenceBillsAndAmount() {
		this.fixture.register(this.resident, this.address);
		this.fixture.publishPayment("PaymentSubmitted", this.resident, Map.of("reference", "PLZ-AAAA-BBBB"));
		Mail receipt = this.mail.await(this.address).getFirst();
		assertThat(receipt.subject()).isEqualTo("Receipt for your payment PLZ-AAAA-BBBB");
		assertThat(receipt.text()).contains("Hello Pat,", "PLZ-AAAA-BBBB", "Bill 62825, customer 100234: $250.00",
				"Total: $250.00", "pending until the city posts it");
	}

	@Test
	void sendsTheReceiptOnceTheResidentIsKnown() {
		UUID event = this.fixture.publishPayment("PaymentSubmitted", this.resident, Map.of());
		this.fixture.awaitState(event, "waiting-for-contact");
		assertThat(this.mail.received(this.address)).isEmpty();
		this.fixture.register(this.resident, this.address);
		this.fixture.awaitState(event, "delivered");
		assertThat(this.mail.received(this.address)).hasSize(1);
	}

	@Test
	void writesInTheLanguageOfTheResidentAlsoWhereItBecomesKnownLater() {
		this.fixture.publishPayment("PaymentSubmitted", this.resident, Map.of("reference", "PLZ-AAAA-BBBB"));
		this.fixture.register(this.resident, this.address, "es");
		Mail receipt = this.mail.await(this.address).getFirst();
		assertThat(receipt.subject()).isEqualTo("Recibo de su pago PLZ-AAAA-BBBB");
		assertThat(receipt.text()).contains("Hola, Pat:", "Factura 62825, cliente 100234: $250.00", "/payments/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "declined", "processing-error", "a-reason-of-tomorrow" })
	void tellsOfAFailureThatTheResidentMayNotKnow(String reason) {
		this.fixture.register(this.resident, this.address);
		this.fixture.publishPayment("PaymentFailed", this.resident, Map.of("reason", reason));
		assertThat(this.mail.await(this.address).getFirst().text()).contains("did not go through", "$250.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancelled", "expired" })
	void keepsQuietOfWhatTheResidentDidOrLeft(String reason) {
		this.fixture.register(this.resident, this.address);
		String payment = UUID.randomUUID().toString();
		UUID quiet = this.events.publish("billing.payments", payment, "PaymentFailed",
				body("PaymentFailed", payment, reason));
		UUID later = this.events.publish("billing.payments", payment, "PaymentFailed",
				body("PaymentFailed", payment, "declined"));
		this.fixture.awaitState(later, "delivered");
		assertThat(this.fixture.countNotices(quiet)).isZero();
		assertThat(this.mail.received(this.address)).hasSize(1);
	}

	@Test
	void tellsThatAPaymentIsPosted() {
		this.fixture.register(this.resident, this.address);
		this.fixture.publishPayment("PaymentPosted", this.resident, Map.of());
		assertThat(this.mail.await(this.address).getFirst().text()).contains("has posted your payment PLZ-7K4M-92QX",
				"$250.00", "3/3/2026");
	}

	private String body(String type, String payment, String reason) {
		return NotificationFixture.sample("billing.payments", type,
				Map.of("paymentId", payment, "residentId", this.resident.toString(), "reason", reason));
	}

}

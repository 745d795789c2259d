package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.billing.payment.provider.PaymentProvider;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A checkout ends once, whoever ends it, and money is taken only where it ended paid. */
@PlazaTest
class PayCheckoutTests {

	private static final CardForm GOOD_CARD = new CardForm("4242424242424242", "12/39", "123", "Robin Example");

	private static final Money AMOUNT = new Money(25_000, "USD");

	@Autowired
	private PaymentProvider provider;

	@Autowired
	private PayCheckout payCheckout;

	@Autowired
	private SandboxCheckouts checkouts;

	@Autowired
	private DatabaseClient database;

	@RepeatedTest(12)
	void endsOnceHoweverManyEndItAtOnce() throws Exception {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		SandboxCheckout shown = this.checkouts.find(payment).block();
		CountDownLatch start = new CountDownLatch(1);
		List<Callable<Object>> ends = List.of(() -> this.payCheckout.pay(shown, GOOD_CARD).block(),
				() -> this.payCheckout.pay(shown, GOOD_CARD).block(), () -> this.payCheckout.cancel(shown).block(),
				() -> this.provider.close(payment, FailureReason.EXPIRED).block());
		try (ExecutorService threads = Executors.newFixedThreadPool(ends.size())) {
			List<Future<Object>> all = ends.stream().map((end) -> threads.submit(() -> {
				start.await();
				return end.call();
			})).toList();
			start.countDown();
			for (Future<Object> one : all) {
				one.get();
			}
		}
		CheckoutStatus status = this.provider.query(payment).block();
		assertThat(status).isNotInstanceOf(CheckoutStatus.Open.class);
		assertThat(charges(payment)).isEqualTo((status instanceof CheckoutStatus.Paid) ? 1 : 0);
		this.payCheckout.pay(shown, GOOD_CARD).block();
		this.provider.close(payment, FailureReason.CANCELLED).block();
		assertThat(this.provider.query(payment).block()).isEqualTo(status);
		// The provider's own end is known to who asked for it; the payer's is news.
		assertThat(notifications(payment))
			.isEqualTo(status.equals(new CheckoutStatus.Failed(FailureReason.EXPIRED)) ? 0 : 1);
	}

	@Test
	void takesExactlyWhatWasOrdered() {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		assertThat(this.payCheckout.pay(this.checkouts.find(payment).block(), GOOD_CARD).block()).isEmpty();
		assertThat(this.provider.query(payment).block())
			.isEqualTo(new CheckoutStatus.Paid(AMOUNT, new PaymentMethod("visa", "4242")));
	}

	@ParameterizedTest
	@CsvSource({ "4000000000000002, DECLINED", "4000000000000119, PROCESSING_ERROR" })
	void takesNothingByACardThatFails(String card, FailureReason reason) {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		CardForm form = new CardForm(card, "12/39", "123", "Robin Example");
		assertThat(this.payCheckout.pay(this.checkouts.find(payment).block(), form).block()).isEmpty();
		assertThat(this.provider.query(payment).block()).isEqualTo(new CheckoutStatus.Failed(reason));
		assertThat(charges(payment)).isZero();
	}

	@Test
	void takesNothingOnceTheTimeIsOver() {
		PaymentId payment = opened(Instant.now().minusSeconds(1));
		SandboxCheckout shown = this.checkouts.find(payment).block();
		assertThat(shown.state()).isEqualTo(CheckoutState.EXPIRED);
		this.payCheckout.pay(shown, GOOD_CARD).block();
		assertThat(this.provider.query(payment).block()).isEqualTo(new CheckoutStatus.Failed(FailureReason.EXPIRED));
		assertThat(charges(payment)).isZero();
	}

	@Test
	void aWrongFormEndsNothing() {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		CardForm wrong = new CardForm("4242424242424242", "12/25", "1", "");
		assertThat(this.payCheckout.pay(this.checkouts.find(payment).block(), wrong).block()).containsOnlyKeys("expiry",
				"cvc", "name");
		assertThat(this.provider.query(payment).block()).isInstanceOf(CheckoutStatus.Open.class);
	}

	@ParameterizedTest
	@EnumSource
	void isClosedAsItWasAskedFor(FailureReason reason) {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		assertThat(this.provider.close(payment, reason).block())
			.isEqualTo(new CheckoutStatus.Failed((reason == FailureReason.CANCELLED) ? reason : FailureReason.EXPIRED));
	}

	@Test
	void aSecondOrderOfAPaymentIsTheSameCheckout() {
		PaymentId payment = opened(Instant.now().plusSeconds(60));
		CheckoutStatus before = this.provider.query(payment).block();
		assertThat(this.provider.createCheckout(order(payment, Instant.now().plusSeconds(600))).block())
			.isEqualTo(before);
		assertThat(this.provider.query(PaymentId.random()).block()).isEqualTo(new CheckoutStatus.None());
		assertThat(this.provider.close(PaymentId.random(), FailureReason.CANCELLED).block())
			.isEqualTo(new CheckoutStatus.None());
	}

	private PaymentId opened(Instant expiresAt) {
		PaymentId payment = new PaymentId(UUID.randomUUID());
		this.provider.createCheckout(order(payment, expiresAt)).block();
		return payment;
	}

	private static CheckoutOrder order(PaymentId payment, Instant expiresAt) {
		return new CheckoutOrder(payment, "PLZ-7K4M-92QX", "City of Fairhaven", AMOUNT, expiresAt,
				URI.create("https://plaza.example/payments/" + payment));
	}

	private long charges(PaymentId payment) {
		return count("sandbox_charge", payment);
	}

	private long notifications(PaymentId payment) {
		return count("sandbox_notification", payment);
	}

	private long count(String table, PaymentId payment) {
		return this.database
			.sql("select count(*) from " + table + " join sandbox_checkout using (checkout_id) where payment_id = :id")
			.bind("id", payment.value())
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

}

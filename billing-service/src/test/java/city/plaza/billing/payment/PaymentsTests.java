package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database itself does not let happen, whoever asks. */
@PlazaTest
class PaymentsTests {

	@Autowired
	private TestEvents events;

	@Autowired
	private Payments payments;

	@Autowired
	private Transactions transactions;

	@Autowired
	private SweepPayments sweepPayments;

	@Autowired
	private Payer payer;

	@Test
	void aChangeFromAStateThePaymentHasLeftIsRefused() {
		Payment known = find(this.payer.start(this.payer.bill(25000), 25000));
		store(known.fail(FailureReason.CANCELLED, Instant.now(), null));
		assertThatThrownBy(() -> store(known.submit(new PaymentMethod("visa", "4242"), Instant.now(), Instant.now())))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("moved meanwhile");
		assertThat(this.payments.find(known.id()).block().state()).isEqualTo(PaymentState.CANCELLED);
	}

	@Test
	void whatIsStoredIsReadBack() {
		Payment known = find(this.payer.start(this.payer.bill(25000), 25000));
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		Payment submitted = changed(known.submit(new PaymentMethod("visa", "4242"), now, now.plusSeconds(60)));
		Payment posted = changed(submitted.post(LocalDate.of(2026, 3, 3), now));
		assertThat(posted.checkout().nextCheckAt()).isNull();
		assertThat(posted.result().postedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
		assertThat(posted.result().method()).isEqualTo(new PaymentMethod("visa", "4242"));
	}

	@Test
	void aSecondPendingPaymentOfABillCannotBeWritten() {
		String bill = this.payer.bill(25000);
		JsonNode other = this.payer.start(this.payer.bill(25000), 25000);
		this.payer.start(bill, 25000);
		assertThatThrownBy(() -> this.payer.run("""
				insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
				values (:id, 1, :bill, 'any', 1)""", Map.of("id", idOf(other), "bill", bill)))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("payment_allocation_pending");
	}

	@Test
	void sweepersThatShareTheWorkEndEachPaymentOnce() {
		List<JsonNode> abandoned = IntStream.range(0, 8)
			.mapToObj((n) -> this.payer.start(this.payer.bill(100), 100))
			.toList();
		abandoned.forEach(this.payer::letExpire);
		Flux.range(0, 4).flatMap((n) -> this.sweepPayments.sweep()).then().block();
		Awaitility.await().until(() -> this.payer.pendingBills().isEmpty());
		abandoned.forEach((payment) -> this.events.await("billing.payments", "PaymentFailed",
				(event) -> event.path("paymentId").equals(payment.path("id"))));
		assertThat(this.events.all("billing.payments"))
			.filteredOn((event) -> event.body().path("residentId").stringValue("").equals(this.payer.id.toString()))
			.hasSize(abandoned.size());
	}

	private Payment changed(Optional<PaymentChange> change) {
		store(change);
		Payment expected = change.orElseThrow().payment();
		assertThat(this.payments.find(expected.id()).block()).isEqualTo(expected);
		return expected;
	}

	private void store(Optional<PaymentChange> change) {
		this.transactions.inOne(this.payments.store(change.orElseThrow())).block();
	}

	private Payment find(JsonNode payment) {
		return this.payments.find(new PaymentId(idOf(payment))).block();
	}

	private static UUID idOf(JsonNode payment) {
		return UUID.fromString(payment.path("id").stringValue());
	}

}

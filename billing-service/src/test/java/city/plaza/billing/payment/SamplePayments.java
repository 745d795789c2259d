package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;

/** Payments as they stand in each state, for tests without a database. */
final class SamplePayments {

	static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

	static final URI PAGE = URI.create("https://pay.example/c/1");

	static final PaymentMethod CARD = new PaymentMethod("visa", "4242");

	static final CustomerNumber CUSTOMER = new CustomerNumber("100234");

	private SamplePayments() {
	}

	/** A payment of bills 1, 2, ... of these amounts. */
	static Payment of(PaymentState state, long... cents) {
		List<Allocation> allocations = IntStream.range(0, cents.length)
			.mapToObj((at) -> new Allocation(bill(at + 1), CUSTOMER, usd(cents[at])))
			.toList();
		return new Payment(PaymentId.random(),
				new Payment.Origin(PaymentReference.next(), new ResidentId(UUID.randomUUID()), "sandbox", NOW), state,
				allocations,
				new Payment.Checkout((state != PaymentState.CREATED) ? PAGE : null, NOW.plusSeconds(900), NOW),
				result(state));
	}

	static BillNumber bill(int number) {
		return new BillNumber(Integer.toString(number));
	}

	static Money usd(long cents) {
		return new Money(cents, "USD");
	}

	private static Payment.Result result(PaymentState state) {
		return switch (state) {
			case CREATED, REDIRECTED -> Payment.Result.NONE_YET;
			case SUBMITTED -> Payment.Result.NONE_YET.taken(CARD, NOW);
			case POSTED, SETTLED, PARTLY_REFUNDED, REFUNDED, REVERSED ->
				Payment.Result.NONE_YET.taken(CARD, NOW).posted(LocalDate.of(2026, 3, 4), NOW);
			case CANCELLED -> Payment.Result.NONE_YET.failed(FailureReason.CANCELLED, NOW);
			case EXPIRED -> Payment.Result.NONE_YET.failed(FailureReason.EXPIRED, NOW);
			case DECLINED -> Payment.Result.NONE_YET.failed(FailureReason.DECLINED, NOW);
		};
	}

}

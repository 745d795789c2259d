package city.plaza.billing.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.payment.PaymentException.Kind;
import city.plaza.billing.payment.provider.PaymentId;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Payments in the database as they stand in each state, which no provider knows. */
@Component
final class StoredPayments {

	/** Of each payment. */
	static final long CENTS = 25_000;

	/** No sweep looks at them until then. */
	static final Instant MUCH_LATER = Instant.parse("2999-01-01T00:00:00Z");

	private final Payments payments;

	private final DatabaseClient database;

	private final List<UUID> stored = new ArrayList<>();

	StoredPayments(Payments payments, DatabaseClient database) {
		this.payments = payments;
		this.database = database;
	}

	/** A new payment of two bills. */
	Payment in(PaymentState state) {
		String bill = "K" + UUID.randomUUID().toString().substring(0, 13);
		Payment payment = new Payment(PaymentId.random(),
				new Payment.Origin(PaymentReference.next(), new ResidentId(UUID.randomUUID()), "sandbox",
						Instant.now()),
				state, List.of(allocation(bill + "-1", CENTS - 1), allocation(bill + "-2", 1)),
				new Payment.Checkout(null, MUCH_LATER, MUCH_LATER), Payment.Result.NONE_YET);
		this.payments.add(payment).block();
		this.stored.add(payment.id().value());
		run("update payment_allocation set pending = :pending where payment_id = :id",
				Map.of("pending", !state.isFinished(), "id", payment.id().value()));
		return payment;
	}

	/** Nothing of them is left to the sweep or to finance. */
	void endAll() {
		this.stored.forEach((payment) -> {
			run("update payment_allocation set pending = false where payment_id = :id", Map.of("id", payment));
			run("update payment set state = 'expired', next_check_at = null where payment_id = :id",
					Map.of("id", payment));
		});
		this.stored.clear();
	}

	/** Whether the bills of a payment wait for it: all of them or none. */
	boolean isPending(Payment payment) {
		List<BillNumber> bills = payment.allocations().stream().map(Allocation::billNumber).toList();
		Set<BillNumber> pending = this.payments.pendingAmong(bills).block();
		if (!pending.isEmpty() && pending.size() < bills.size()) {
			throw new AssertionError("Of " + bills + " only " + pending + " wait");
		}
		return !pending.isEmpty();
	}

	/** What finance is to decide about a payment. */
	List<Kind> exceptions(PaymentId payment) {
		return this.database.sql("select kind from payment_exception where payment_id = :id order by kind")
			.bind("id", payment.value())
			.map((row) -> Kind.of(row.get("kind", String.class)))
			.all()
			.collectList()
			.block();
	}

	private static Allocation allocation(String bill, long cents) {
		return new Allocation(new BillNumber(bill), SamplePayments.CUSTOMER, SamplePayments.usd(cents));
	}

	private void run(String sql, Map<String, Object> values) {
		this.database.sql(sql).bindValues(values).then().block();
	}

}

package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The first step of a payment: checked against the locked bills and written together with
 * its key, in one transaction, before any provider knows of it.
 */
@Component
class ReservePayment {

	/** Whether the bills wait for a payment; {@link PaymentRefusal} where not. */
	sealed interface Outcome permits Outcome.Reserved, Outcome.Answered, PaymentRefusal {

		/** The bills wait for this payment; its checkout is to be opened. */
		record Reserved(Payment payment) implements Outcome {
		}

		/** All was done before. */
		record Answered(StartedPayment response) implements Outcome {
		}

	}

	private final PayableBills bills;

	private final Payments payments;

	private final PaymentStarts starts;

	private final Transactions transactions;

	private final PaymentSettings settings;

	private final Clock clock;

	ReservePayment(PayableBills bills, Payments payments, PaymentStarts starts, Transactions transactions,
			PaymentSettings settings, Clock clock) {
		this.bills = bills;
		this.payments = payments;
		this.starts = starts;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Reserves the bills for a payment, or finds the payment this key reserved before.
	 * @param resident who pays
	 * @param key the same for every try of the same request
	 * @return after the commit
	 */
	Mono<Outcome> reserve(ResidentId resident, String key, PaymentOrder order) {
		Mono<Outcome> outcome = this.starts.queueUp(resident)
			.then(this.starts.look(resident, key))
			.flatMap((before) -> before.byKey()
				.map((earlier) -> again(earlier, order))
				.orElseGet(() -> first(resident, key, order, before.pause())));
		return this.transactions.inOne(outcome);
	}

	private Mono<Outcome> again(EarlierStart earlier, PaymentOrder order) {
		if (!earlier.isOf(order)) {
			return Mono.just(new PaymentRefusal.KeyReused());
		}
		if (earlier.response() != null) {
			return Mono.just(new Outcome.Answered(earlier.response()));
		}
		return this.payments.find(earlier.payment())
			.map((payment) -> payment.state().isFailed() ? new PaymentRefusal.PaymentEnded()
					: new Outcome.Reserved(payment));
	}

	private Mono<Outcome> first(ResidentId resident, String key, PaymentOrder order, Optional<Duration> pause) {
		Optional<PaymentRefusal> refusal = PaymentRules.checkAlone(order)
			.or(() -> pause.map(PaymentRefusal.TooManyStarts::new));
		return refusal.<Mono<Outcome>>map(Mono::just).orElseGet(() -> checked(resident, key, order));
	}

	private Mono<Outcome> checked(ResidentId resident, String key, PaymentOrder order) {
		return this.bills.lock(resident, order.billNumbers())
			.zipWhen((locked) -> this.payments.pendingAmong(order.billNumbers()))
			.flatMap((found) -> PaymentRules.check(order, found.getT1(), found.getT2())
				.<Mono<Outcome>>map(Mono::just)
				.orElseGet(() -> write(resident, key, order, found.getT1())));
	}

	private Mono<Outcome> write(ResidentId resident, String key, PaymentOrder order, List<OpenBill> bills) {
		Payment payment = begin(resident, order, bills);
		return this.payments.add(payment, key, order.hash()).map(Outcome.Reserved::new);
	}

	private Payment begin(ResidentId resident, PaymentOrder order, List<OpenBill> bills) {
		Map<BillNumber, OpenBill> byNumber = bills.stream()
			.collect(Collectors.toMap(OpenBill::number, Function.identity()));
		List<Allocation> allocations = order.lines().stream().map((line) -> allocation(line, byNumber)).toList();
		Instant now = this.clock.instant();
		return Payment.begin(new Payment.Origin(PaymentReference.next(), resident, this.settings.provider(), now),
				allocations, now.plus(this.settings.startTimeout()));
	}

	private static Allocation allocation(PaymentOrder.Line line, Map<BillNumber, OpenBill> bills) {
		OpenBill bill = Objects.requireNonNull(bills.get(line.billNumber()));
		return new Allocation(bill.number(), bill.customer(), line.amount());
	}

}

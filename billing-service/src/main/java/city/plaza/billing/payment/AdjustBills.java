package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.Ledger;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Books what finance changes on bills beside postings. A web payment of which everything
 * posted is undone is reversed.
 */
@Component
public class AdjustBills {

	/** What was done with an adjustment that finance reported. */
	public enum Outcome {

		/** It is booked. */
		BOOKED,

		/** It was booked before. */
		UNCHANGED,

		/** Refused: an earlier row of the file has this reference. */
		REPEATED,

		/** Refused: another entry has this reference. */
		REFERENCE_REUSED,

		/** Refused: there is no such bill. */
		UNKNOWN_BILL,

		/** Refused: it takes off more than is unpaid. */
		ABOVE_UNPAID,

		/** Refused: there is no such posting of this bill. */
		UNKNOWN_POSTING,

		/** Refused: a reversal undoes a posting whole, and once. */
		NOT_THE_POSTING

	}

	private final Ledger ledger;

	private final Payments payments;

	private final Clock clock;

	AdjustBills(Ledger ledger, Payments payments, Clock clock) {
		this.ledger = ledger;
		this.payments = payments;
		this.clock = clock;
	}

	/**
	 * Books adjustments; must run in a transaction, and only one at a time. Those that
	 * are booked already lock nothing.
	 * @param reported in the order of their rows
	 * @return what was done with each, in the same order
	 */
	public Mono<List<Decided<Outcome>>> adjust(List<NewAdjustment> reported) {
		List<String> references = reported.stream()
			.flatMap((adjustment) -> Stream.concat(Stream.of(adjustment.reference()),
					Stream.ofNullable(adjustment.reverses())))
			.toList();
		return this.ledger.known(references).flatMap((known) -> decisions(reported, known)).flatMap((decisions) -> {
			List<Decided<Outcome>> decided = reported.stream().map(decisions::decided).toList();
			return this.ledger.book(decisions.entries()).then(reverse(decisions.payments())).thenReturn(decided);
		});
	}

	private Mono<AdjustmentDecisions> decisions(List<NewAdjustment> reported, Map<String, Entry> known) {
		List<BillNumber> bills = reported.stream()
			.filter((adjustment) -> !known.containsKey(adjustment.reference()))
			.map(NewAdjustment::billNumber)
			.distinct()
			.toList();
		return this.ledger.lock(bills)
			.flatMap((locked) -> this.ledger.reversedAmong(known.keySet())
				.map((reversed) -> new AdjustmentDecisions(locked, known, reversed)));
	}

	private Mono<Void> reverse(Set<PaymentReference> references) {
		Instant now = this.clock.instant();
		return references.isEmpty() ? Mono.empty() : this.payments.lock(references)
			.flatMap((payments) -> this.ledger.postedOf(references)
				.flatMap((posted) -> Flux.fromIterable(payments.values())
					.filter((payment) -> isUndone(payment, posted))
					.concatMap((payment) -> Mono.justOrEmpty(payment.takeBack(now)).flatMap(this.payments::store))
					.then()));
	}

	private static boolean isUndone(Payment payment, Map<PaymentPart, Long> posted) {
		return payment.allocations()
			.stream()
			.allMatch((part) -> posted.getOrDefault(new PaymentPart(payment.reference(), part.billNumber()), 0L) == 0);
	}

}

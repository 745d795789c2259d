package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.Ledger;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Books what finance posted: the marker of each bill whose part is posted whole goes, and
 * a web payment posted whole becomes posted.
 */
@Component
public class PostPayments {

	/** What was done with a posting that finance reported. */
	public enum Outcome {

		/** It is booked. */
		POSTED,

		/** It was booked before. */
		UNCHANGED,

		/** Refused: an earlier row of the file has this reference. */
		REPEATED,

		/** Refused: another posting has this reference. */
		REFERENCE_REUSED,

		/** Refused: there is no such bill. */
		UNKNOWN_BILL,

		/** Refused: there is no web payment of this reference. */
		UNKNOWN_PAYMENT,

		/** Refused: the web payment does not cover this bill. */
		PAYMENT_NOT_OF_THIS_BILL,

		/** Refused: no money was taken for it, or all of this part is posted. */
		PAYMENT_NOT_PENDING,

		/** Refused: it is more than what is left of this part of the web payment. */
		ABOVE_PAYMENT,

		/** Refused: it came another way, and is more than what is unpaid. */
		ABOVE_UNPAID

	}

	private final Ledger ledger;

	private final Payments payments;

	private final PaymentExceptions exceptions;

	private final Clock clock;

	PostPayments(Ledger ledger, Payments payments, PaymentExceptions exceptions, Clock clock) {
		this.ledger = ledger;
		this.payments = payments;
		this.exceptions = exceptions;
		this.clock = clock;
	}

	/**
	 * Books postings; must run in a transaction, and only one at a time. Those that are
	 * booked already lock nothing.
	 * @param reported in the order of their rows
	 * @return what was done with each, in the same order
	 */
	public Mono<List<Decided<Outcome>>> post(List<NewPosting> reported) {
		return this.ledger.known(reported.stream().map(NewPosting::reference).toList())
			.flatMap((known) -> decisions(reported, known))
			.flatMap((decisions) -> {
				List<Decided<Outcome>> decided = reported.stream().map(decisions::decided).toList();
				return write(decisions).thenReturn(decided);
			});
	}

	/** Locks bills before payments, as a payment that begins does. */
	private Mono<PostingDecisions> decisions(List<NewPosting> reported, Map<String, Entry> known) {
		List<NewPosting> fresh = reported.stream()
			.filter((posting) -> !known.containsKey(posting.reference()))
			.toList();
		Set<PaymentReference> references = fresh.stream()
			.flatMap((posting) -> Stream.ofNullable(posting.paymentReference()))
			.collect(Collectors.toSet());
		return this.ledger.lock(fresh.stream().map(NewPosting::billNumber).distinct().toList())
			.flatMap((bills) -> this.payments.lock(references)
				.flatMap((payments) -> this.ledger.postedOf(references)
					.map((posted) -> new PostingDecisions(bills, known, payments, posted))));
	}

	private Mono<Void> write(PostingDecisions decisions) {
		Instant now = this.clock.instant();
		return this.ledger.book(decisions.entries())
			.thenMany(Flux.fromIterable(decisions.touched().entrySet()))
			.concatMap((touched) -> move(touched.getKey(), decisions.postedWhole(touched.getKey()), touched.getValue(),
					now))
			.thenMany(Flux.fromIterable(decisions.credits().entrySet()))
			.concatMap((credit) -> this.exceptions.overpaid(credit.getKey().id(),
					new Money(credit.getValue(), credit.getKey().amount().currency()), now))
			.then();
	}

	private Mono<Void> move(Payment payment, List<BillNumber> postedWhole, LocalDate postedOn, Instant now) {
		Mono<Void> freed = this.payments.free(payment.id(), postedWhole);
		return (postedWhole.size() < payment.allocations().size()) ? freed
				: freed.then(Mono.justOrEmpty(payment.post(postedOn, now)).flatMap(this.payments::store));
	}

}

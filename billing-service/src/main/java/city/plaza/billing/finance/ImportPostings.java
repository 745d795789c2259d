package city.plaza.billing.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.billing.bill.BillSettings;
import city.plaza.billing.bill.CityCalendar;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PaymentReferences;
import city.plaza.billing.payment.PostPayments;
import city.plaza.billing.payment.PostingCheck;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** A row applies a payment to a bill, once; a web payment posted whole is told of. */
@Component
class ImportPostings implements Importer {

	private static final int LONGEST_NUMBER = 40;

	private final Postings postings;

	private final PaymentReferences paymentReferences;

	private final PostPayments postPayments;

	private final BillSettings settings;

	private final CityCalendar calendar;

	private final Clock clock;

	ImportPostings(Postings postings, PaymentReferences paymentReferences, PostPayments postPayments,
			BillSettings settings, CityCalendar calendar, Clock clock) {
		this.postings = postings;
		this.paymentReferences = paymentReferences;
		this.postPayments = postPayments;
		this.settings = settings;
		this.calendar = calendar;
		this.clock = clock;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.POSTINGS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report) {
		Map<RowReader, Posting> good = new LinkedHashMap<>();
		for (Row row : groups.stream().flatMap(List::stream).toList()) {
			RowReader reader = new RowReader(kind(), row, this.settings.currency());
			Posting posting = read(reader);
			if (posting != null) {
				good.put(reader, posting);
			}
			else {
				report.reject(reader.errors());
			}
		}
		return rules(List.copyOf(good.values())).flatMap((rules) -> {
			good.forEach((reader, posting) -> rules.decide(posting, reader, report));
			return write(rules.taken());
		});
	}

	private Mono<PostingRules> rules(List<Posting> brought) {
		return this.postings.lockUnpaid(brought.stream().map(Posting::billNumber).distinct().toList())
			.flatMap((unpaid) -> this.postings.known(brought.stream().map(Posting::reference).toList())
				.flatMap((known) -> checks(brought, known).map((checks) -> new PostingRules(unpaid, known, checks))));
	}

	private Mono<Map<String, PostingCheck>> checks(List<Posting> brought, Map<String, Posting> known) {
		return Flux.fromIterable(brought)
			.filter((posting) -> !known.containsKey(posting.reference()))
			.concatMap(this::check)
			.collect(HashMap::new, (checks, check) -> checks.putIfAbsent(check.getKey(), check.getValue()));
	}

	private Mono<Map.Entry<String, PostingCheck>> check(Posting posting) {
		String payment = posting.paymentReference();
		return (payment == null) ? Mono.empty()
				: this.paymentReferences.check(payment, posting.billNumber(), posting.amount())
					.map((check) -> Map.entry(posting.reference(), check));
	}

	private Mono<Void> write(List<Posting> taken) {
		if (taken.isEmpty()) {
			return Mono.empty();
		}
		Map<String, LocalDate> payments = new TreeMap<>();
		for (Posting posting : taken) {
			if (posting.paymentReference() != null) {
				payments.merge(posting.paymentReference(), posting.postedOn(),
						(one, other) -> one.isAfter(other) ? one : other);
			}
		}
		return this.postings.add(taken, this.clock.instant().truncatedTo(ChronoUnit.MICROS))
			.thenMany(Flux.fromIterable(payments.entrySet())
				.concatMap((payment) -> this.postPayments.apply(payment.getKey(), payment.getValue())))
			.then();
	}

	private @Nullable Posting read(RowReader reader) {
		String reference = reader.required("posting_reference", LONGEST_NUMBER);
		String payment = reader.optional("payment_reference", LONGEST_NUMBER);
		String bill = reader.required("bill_number", LONGEST_NUMBER);
		LocalDate postedOn = reader.date("posted_on");
		long amount = reader.amount("amount");
		if (reader.isGood() && postedOn.isAfter(this.calendar.today())) {
			reader.wrong("posted_on", "date-in-future", "A posting cannot be dated later than today.");
		}
		if (reader.isGood() && amount <= 0) {
			reader.wrong("amount", "amount-not-positive", "A posting must be more than 0.");
		}
		return reader.isGood() ? new Posting(reference, payment.isEmpty() ? null : payment, bill, postedOn,
				new Money(amount, this.settings.currency())) : null;
	}

}

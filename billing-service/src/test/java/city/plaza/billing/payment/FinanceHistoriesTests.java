package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static city.plaza.billing.payment.SamplePayments.bill;
import static city.plaza.billing.payment.SamplePayments.usd;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Months of finance's files on a few bills and payments, each file decided on what the
 * files before it left: the books add up after each.
 */
class FinanceHistoriesTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

	private static final int BILLS = 3;

	static LongStream seeds() {
		return LongStream.range(0, 150);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void everyCentIsOnABillOrACreditWhateverTheFilesHold(long seed) {
		Books books = new Books(new Random(seed));
		for (int file = 0; file < 12; file++) {
			if (books.random.nextBoolean()) {
				books.post();
			}
			else {
				books.adjust();
			}
			books.check();
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theSameFileAgainChangesNothing(long seed) {
		Books books = new Books(new Random(seed));
		List<NewPosting> file = books.postings();
		List<PostPayments.Outcome> first = books.post(file);
		int booked = books.entries.size();
		List<PostPayments.Outcome> second = books.post(file);
		assertThat(books.entries).hasSize(booked);
		for (int at = 0; at < file.size(); at++) {
			if (first.get(at) == PostPayments.Outcome.POSTED) {
				assertThat(second.get(at)).isEqualTo(PostPayments.Outcome.UNCHANGED);
			}
			else {
				assertThat(second.get(at)).isNotEqualTo(PostPayments.Outcome.UNCHANGED);
			}
		}
		books.check();
	}

	/** A bill that was paid too much before there were credits can still be charged. */
	@ParameterizedTest(name = "{0} of {1} cents on a bill with {2} unpaid: {3}")
	@CsvSource({ "FEE, 500, -700, BOOKED", "ADJUSTMENT, 500, -700, BOOKED", "INTEREST, 1, -1, BOOKED",
			"PENALTY, 1, 0, BOOKED", "WAIVER, -1, 0, ABOVE_UNPAID", "WAIVER, -1, -700, ABOVE_UNPAID",
			"ADJUSTMENT, -1, -1, ABOVE_UNPAID", "ADJUSTMENT, -1, 1, BOOKED" })
	void onlyWhatTakesOffIsHeldAgainstWhatIsUnpaid(EntryKind kind, long amount, long unpaid,
			AdjustBills.Outcome outcome) {
		AdjustmentDecisions decisions = new AdjustmentDecisions(Map.of(bill(1), openBill(bill(1), unpaid)), Map.of(),
				Set.of());
		assertThat(decisions.decide(new NewAdjustment("A1", kind, bill(1), FIRST, usd(amount), null, null)))
			.isEqualTo(outcome);
	}

	private static OpenBill openBill(BillNumber number, long unpaid) {
		return new OpenBill(number, SamplePayments.CUSTOMER, 2026, FIRST, usd(unpaid), true);
	}

	/** The books as the tables hold them, kept by what was decided and nothing else. */
	private static final class Books {

		private final Random random;

		private final List<Entry> entries = new ArrayList<>();

		private final Map<BillNumber, Long> charged = new HashMap<>();

		private final Map<PaymentReference, Payment> payments;

		private int references;

		Books(Random random) {
			this.random = random;
			for (int at = 1; at <= BILLS; at++) {
				this.charged.put(bill(at), (long) random.nextInt(1_000));
			}
			this.payments = Stream
				.generate(() -> SamplePayments.of(random.nextBoolean() ? PaymentState.SUBMITTED : PaymentState.CREATED,
						random.longs(BILLS, 1, 500).toArray()))
				.limit(3)
				.collect(Collectors.toMap(Payment::reference, (payment) -> payment));
		}

		void post() {
			post(postings());
		}

		List<NewPosting> postings() {
			return this.random.ints(1 + this.random.nextInt(10))
				.mapToObj((ignored) -> new NewPosting("P" + this.random.nextInt(40), reference(),
						bill(1 + this.random.nextInt(BILLS + 1)), FIRST.plusDays(this.random.nextInt(5)),
						usd(1 + this.random.nextInt(400))))
				.toList();
		}

		List<PostPayments.Outcome> post(List<NewPosting> file) {
			PostingDecisions decisions = new PostingDecisions(openBills(), known(), this.payments, posted());
			List<PostPayments.Outcome> outcomes = file.stream().map(decisions::decide).toList();
			book(decisions.entries());
			decisions.touched().forEach((payment, day) -> {
				assertThat(payment.state()).isEqualTo(PaymentState.SUBMITTED);
				assertThat(day).isBetween(FIRST, FIRST.plusDays(4));
				if (decisions.postedWhole(payment).size() == BILLS) {
					this.payments.put(payment.reference(),
							payment.post(day, SamplePayments.NOW).orElseThrow().payment());
				}
			});
			return outcomes;
		}

		void adjust() {
			Set<String> reversed = this.entries.stream()
				.flatMap((entry) -> Stream.ofNullable(entry.reverses()))
				.collect(Collectors.toSet());
			AdjustmentDecisions decisions = new AdjustmentDecisions(openBills(), known(), reversed);
			for (int row = this.random.nextInt(8); row > 0; row--) {
				decisions.decide(adjustment());
			}
			book(decisions.entries());
			assertThat(decisions.payments()).isSubsetOf(this.payments.keySet());
		}

		void check() {
			openBills()
				.forEach((number, bill) -> assertThat(bill.totalUnpaid().amount()).as(number.value()).isNotNegative());
			assertThat(this.entries).extracting(Entry::reference).doesNotHaveDuplicates();
			assertThat(this.entries).filteredOn((entry) -> entry.reverses() != null)
				.extracting(Entry::reverses)
				.doesNotHaveDuplicates();
			posted().forEach((part, cents) -> assertThat(cents).isBetween(0L,
					this.payments.get(part.paymentReference())
						.allocations()
						.stream()
						.filter((allocation) -> allocation.billNumber().equals(part.billNumber()))
						.mapToLong((allocation) -> allocation.amount().amount())
						.sum()));
			assertThat(this.entries).filteredOn((entry) -> entry.kind() == EntryKind.CREDIT)
				.allMatch((entry) -> entry.paymentReference() != null && entry.amount().amount() < 0);
		}

		private void book(List<Entry> booked) {
			this.entries.addAll(booked);
		}

		private NewAdjustment adjustment() {
			List<Entry> postings = this.entries.stream().filter((entry) -> entry.kind() == EntryKind.POSTING).toList();
			if (!postings.isEmpty() && this.random.nextBoolean()) {
				Entry posting = postings.get(this.random.nextInt(postings.size()));
				return new NewAdjustment("R" + this.references++, EntryKind.REVERSAL, posting.billNumber(),
						FIRST.plusDays(6), posting.amount(), posting.reference(), null);
			}
			return new NewAdjustment("A" + this.random.nextInt(30), EntryKind.ADJUSTMENT,
					bill(1 + this.random.nextInt(BILLS)), FIRST, usd(this.random.nextInt(-600, 400)), null, null);
		}

		private @Nullable PaymentReference reference() {
			List<PaymentReference> all = List.copyOf(this.payments.keySet());
			int at = this.random.nextInt(all.size() + 2);
			return (at < all.size()) ? all.get(at) : (at == all.size()) ? new PaymentReference("PLZ-X") : null;
		}

		private Map<BillNumber, OpenBill> openBills() {
			return this.charged.keySet()
				.stream()
				.collect(Collectors.toMap((number) -> number, (number) -> openBill(number,
						this.charged.get(number) - sum((entry) -> entry.billNumber().equals(number)))));
		}

		private Map<String, Entry> known() {
			return this.entries.stream().collect(Collectors.toMap(Entry::reference, (entry) -> entry));
		}

		private Map<PaymentPart, Long> posted() {
			Set<PaymentPart> parts = new HashSet<>();
			for (Entry entry : this.entries) {
				if (entry.paymentReference() != null) {
					parts.add(new PaymentPart(entry.paymentReference(), entry.billNumber()));
				}
			}
			return parts.stream()
				.collect(Collectors.toMap((part) -> part,
						(part) -> sum((entry) -> part.paymentReference().equals(entry.paymentReference())
								&& part.billNumber().equals(entry.billNumber())
								&& (entry.kind() == EntryKind.POSTING || entry.kind() == EntryKind.REVERSAL))));
		}

		private long sum(Predicate<Entry> of) {
			return this.entries.stream().filter(of).mapToLong((entry) -> entry.amount().amount()).sum();
		}

	}

}

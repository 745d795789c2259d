package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PostPayments.Outcome;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostingDecisionsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

	private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

	private static final CustomerNumber CUSTOMER = new CustomerNumber("100234");

	private static final BillNumber BILL = new BillNumber("62825");

	private static final BillNumber OTHER = new BillNumber("70001");

	@ParameterizedTest(name = "{0} cents of a bill with 25000 unpaid: {1}")
	@CsvSource({ "25000, POSTED", "1, POSTED", "25001, ABOVE_UNPAID" })
	void takesOtherMoneyUpToWhatIsUnpaid(long amount, Outcome outcome) {
		assertThat(decisions(25_000, null).decide(posting("P1", null, amount))).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} cents of a payment of 25000 for a bill with {1} unpaid: {2}, {3} credit")
	@CsvSource({ "25000, 25000, POSTED, 0", "10000, 25000, POSTED, 0", "25000, 0, POSTED, 25000",
			"25000, 24000, POSTED, 1000", "25001, 90000, ABOVE_PAYMENT, 0" })
	void takesMoneyOfAWebPaymentWhateverTheBillOwes(long amount, long unpaid, Outcome outcome, long credit) {
		Payment payment = submitted(25_000);
		PostingDecisions decisions = decisions(unpaid, payment);
		assertThat(decisions.decide(posting("P1", payment.reference(), amount))).isEqualTo(outcome);
		assertThat(decisions.credits().getOrDefault(payment, 0L)).isEqualTo(credit);
		assertThat(decisions.entries().stream().mapToLong((entry) -> entry.amount().amount()).sum())
			.isEqualTo((outcome == Outcome.POSTED) ? amount - credit : 0);
	}

	@Test
	void namesTheMostThatAnAmountMayBe() {
		Payment payment = submitted(25_000);
		PostingDecisions decisions = decisions(15_000, payment);
		decisions.decide(posting("P1", payment.reference(), 1_000));
		assertThat(decisions.decided(posting("P2", payment.reference(), 24_001)))
			.isEqualTo(new Decided<>(Outcome.ABOVE_PAYMENT, SamplePayments.usd(24_000)));
		assertThat(decisions.decided(posting("P3", null, 14_001)))
			.isEqualTo(new Decided<>(Outcome.ABOVE_UNPAID, SamplePayments.usd(14_000)));
		assertThat(decisions.decided(posting("P4", null, 14_000))).isEqualTo(Decided.of(Outcome.POSTED));
	}

	@Test
	void postsAPartOnlyUpToWhatIsLeftOfIt() {
		Payment payment = submitted(25_000);
		PostingDecisions decisions = decisions(25_000, payment);
		assertThat(decisions.decide(posting("P1", payment.reference(), 20_000))).isEqualTo(Outcome.POSTED);
		assertThat(decisions.postedWhole(payment)).isEmpty();
		assertThat(decisions.decide(posting("P2", payment.reference(), 5_001))).isEqualTo(Outcome.ABOVE_PAYMENT);
		assertThat(decisions.decide(posting("P3", payment.reference(), 5_000))).isEqualTo(Outcome.POSTED);
		assertThat(decisions.postedWhole(payment)).containsExactly(BILL);
		assertThat(decisions.decide(posting("P4", payment.reference(), 1))).isEqualTo(Outcome.PAYMENT_NOT_PENDING);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		Payment payment = submitted(25_000);
		PostingDecisions decisions = decisions(25_000, payment);
		assertThat(decisions.decide(new NewPosting("P1", null, new BillNumber("1"), DAY, usd(1))))
			.isEqualTo(Outcome.UNKNOWN_BILL);
		assertThat(decisions.decide(posting("P2", new PaymentReference("PLZ-X"), 1)))
			.isEqualTo(Outcome.UNKNOWN_PAYMENT);
		assertThat(decisions.decide(new NewPosting("P3", payment.reference(), OTHER, DAY, usd(1))))
			.isEqualTo(Outcome.PAYMENT_NOT_OF_THIS_BILL);
		assertThat(decisions.entries()).isEmpty();
	}

	@Test
	void refusesAPaymentWhoseMoneyWasNotTaken() {
		Payment created = payment(25_000);
		assertThat(decisions(25_000, created).decide(posting("P1", created.reference(), 25_000)))
			.isEqualTo(Outcome.PAYMENT_NOT_PENDING);
	}

	@Test
	void booksAReferenceOnce() {
		NewPosting before = posting("P1", null, 100);
		PostingDecisions decisions = new PostingDecisions(bills(25_000), Map.of("P1", before.toEntry()), Map.of(),
				Map.of());
		assertThat(decisions.decide(before)).isEqualTo(Outcome.UNCHANGED);
		assertThat(decisions.decide(before)).isEqualTo(Outcome.REPEATED);
		assertThat(decisions.decide(posting("P1", null, 101))).isEqualTo(Outcome.REFERENCE_REUSED);
		assertThat(decisions.decide(posting("P2", null, 100))).isEqualTo(Outcome.POSTED);
		assertThat(decisions.decide(posting("P2", null, 100))).isEqualTo(Outcome.REPEATED);
		assertThat(decisions.entries()).extracting(Entry::reference).containsExactly("P2");
	}

	/** Whatever finance reports, and in whatever order. */
	@RepeatedTest(200)
	void neverTakesMoreThanABillOwesNorLosesACentOfAPayment(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Payment payment = submitted(1 + random.nextInt(1_000));
		long unpaid = random.nextInt(1_000);
		PostingDecisions decisions = decisions(unpaid, payment);
		Map<String, Long> posted = new HashMap<>();
		for (int row = 0; row < 20; row++) {
			String reference = "P" + random.nextInt(15);
			PaymentReference of = random.nextBoolean() ? payment.reference() : null;
			long amount = 1 + random.nextInt(400);
			if (decisions.decide(posting(reference, of, amount)) == Outcome.POSTED) {
				assertThat(posted.put(reference, amount)).isNull();
			}
		}
		List<Entry> entries = decisions.entries();
		long taken = sum(entries);
		assertThat(taken).isBetween(0L, unpaid);
		List<Entry> credits = entries.stream().filter((entry) -> entry.kind() == EntryKind.CREDIT).toList();
		assertThat(decisions.credits().getOrDefault(payment, 0L)).isEqualTo(-sum(credits));
		assertThat(taken - sum(credits)).isEqualTo(posted.values().stream().mapToLong(Long::longValue).sum());
		List<Entry> ofPayment = new ArrayList<>(entries);
		ofPayment.removeIf((entry) -> entry.kind() != EntryKind.POSTING || entry.paymentReference() == null);
		assertThat(sum(ofPayment)).isLessThanOrEqualTo(payment.amount().amount());
		assertThat(decisions.postedWhole(payment).isEmpty()).isEqualTo(sum(ofPayment) < payment.amount().amount());
	}

	private static long sum(List<Entry> entries) {
		return entries.stream().mapToLong((entry) -> entry.amount().amount()).sum();
	}

	private static PostingDecisions decisions(long unpaid, @Nullable Payment payment) {
		return new PostingDecisions(bills(unpaid), Map.of(),
				(payment != null) ? Map.of(payment.reference(), payment) : Map.of(), Map.<PaymentPart, Long>of());
	}

	private static Map<BillNumber, OpenBill> bills(long unpaid) {
		return Map.of(BILL, new OpenBill(BILL, CUSTOMER, 2026, DAY, usd(unpaid), true), OTHER,
				new OpenBill(OTHER, CUSTOMER, 2026, DAY, usd(unpaid), true));
	}

	private static NewPosting posting(String reference, @Nullable PaymentReference payment, long amount) {
		return new NewPosting(reference, payment, BILL, DAY, usd(amount));
	}

	private static Payment payment(long amount) {
		return Payment.begin(
				new Payment.Origin(PaymentReference.next(), new ResidentId(UUID.randomUUID()), "sandbox", NOW),
				List.of(new Allocation(BILL, CUSTOMER, usd(amount))), NOW.plusSeconds(60));
	}

	private static Payment submitted(long amount) {
		return payment(amount).submit(new PaymentMethod("visa", "4242"), NOW, NOW).orElseThrow().payment();
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}

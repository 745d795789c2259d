package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.AdjustBills.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdjustmentDecisionsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

	private static final BillNumber BILL = new BillNumber("62825");

	private static final PaymentReference PAYMENT = new PaymentReference("PLZ-7K4M-92QX");

	private static final Entry POSTING = Entry.posting("P1", PAYMENT, BILL, DAY, usd(10_000));

	@ParameterizedTest(name = "{0} of {1} cents on a bill with 15000 unpaid: {2}")
	@CsvSource({ "ADJUSTMENT, -15000, BOOKED", "ADJUSTMENT, -15001, ABOVE_UNPAID", "WAIVER, -15000, BOOKED",
			"WAIVER, -15001, ABOVE_UNPAID", "FEE, 500, BOOKED", "PENALTY, 500, BOOKED", "INTEREST, 500, BOOKED",
			"ADJUSTMENT, 99999, BOOKED" })
	void takesOffNoMoreThanIsUnpaid(EntryKind kind, long amount, Outcome outcome) {
		assertThat(decisions().decide(adjustment("A1", kind, amount, null))).isEqualTo(outcome);
	}

	@ParameterizedTest(name = "a reversal of {1} cents of {0}: {2}")
	@CsvSource({ "P1, 10000, BOOKED", "P1, 9999, NOT_THE_POSTING", "P1, 10001, NOT_THE_POSTING",
			"P9, 10000, UNKNOWN_POSTING" })
	void undoesAPostingWhole(String posting, long amount, Outcome outcome) {
		assertThat(decisions().decide(adjustment("R1", EntryKind.REVERSAL, amount, posting))).isEqualTo(outcome);
	}

	@Test
	void undoesAPostingOnceAndNamesItsPayment() {
		AdjustmentDecisions decisions = decisions();
		assertThat(decisions.decide(adjustment("R1", EntryKind.REVERSAL, 10_000, "P1"))).isEqualTo(Outcome.BOOKED);
		assertThat(decisions.decide(adjustment("R2", EntryKind.REVERSAL, 10_000, "P1")))
			.isEqualTo(Outcome.NOT_THE_POSTING);
		assertThat(decisions.payments()).containsExactly(PAYMENT);
		assertThat(decisions.entries()).extracting(Entry::paymentReference).containsExactly(PAYMENT);
	}

	@Test
	void undoesNoPostingThatWasUndoneBefore() {
		AdjustmentDecisions decisions = new AdjustmentDecisions(bills(), Map.of("P1", POSTING), Set.of("P1"));
		assertThat(decisions.decide(adjustment("R1", EntryKind.REVERSAL, 10_000, "P1")))
			.isEqualTo(Outcome.NOT_THE_POSTING);
	}

	@Test
	void undoesNothingButAPosting() {
		Entry fee = new Entry("F1", EntryKind.FEE, BILL, DAY, usd(-500), null, null, null);
		AdjustmentDecisions decisions = new AdjustmentDecisions(bills(), Map.of("F1", fee), Set.of());
		assertThat(decisions.decide(adjustment("R1", EntryKind.REVERSAL, 500, "F1")))
			.isEqualTo(Outcome.UNKNOWN_POSTING);
	}

	@Test
	void booksAReferenceOnce() {
		AdjustmentDecisions decisions = decisions();
		NewAdjustment fee = adjustment("A1", EntryKind.FEE, 500, null);
		assertThat(decisions.decide(fee)).isEqualTo(Outcome.BOOKED);
		assertThat(decisions.decide(fee)).isEqualTo(Outcome.REPEATED);
		assertThat(decisions.decide(adjustment("A1", EntryKind.FEE, 501, null))).isEqualTo(Outcome.REFERENCE_REUSED);
		assertThat(decisions.decide(adjustment("P1", EntryKind.FEE, 500, null))).isEqualTo(Outcome.REFERENCE_REUSED);
		assertThat(decisions.entries()).hasSize(1);
	}

	@Test
	void refusesAnUnknownBill() {
		assertThat(decisions()
			.decide(new NewAdjustment("A1", EntryKind.FEE, new BillNumber("1"), DAY, usd(500), null, null)))
			.isEqualTo(Outcome.UNKNOWN_BILL);
	}

	/** Whatever finance reports, and in whatever order. */
	@RepeatedTest(200)
	void neverLeavesABillBelowZeroNorReversesTwice(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		AdjustmentDecisions decisions = decisions();
		long expected = 15_000;
		EntryKind[] kinds = { EntryKind.ADJUSTMENT, EntryKind.WAIVER, EntryKind.FEE, EntryKind.REVERSAL };
		int reversals = 0;
		for (int row = 0; row < 20; row++) {
			EntryKind kind = kinds[random.nextInt(kinds.length)];
			long amount = switch (kind) {
				case WAIVER -> -1 - random.nextInt(8_000);
				case REVERSAL -> 10_000;
				case FEE -> 1 + random.nextInt(2_000);
				default -> random.nextInt(-9_000, 9_000);
			};
			NewAdjustment adjustment = adjustment("A" + random.nextInt(15), kind, amount,
					(kind == EntryKind.REVERSAL) ? "P1" : null);
			if (decisions.decide(adjustment) == Outcome.BOOKED) {
				expected += amount;
				reversals += (kind == EntryKind.REVERSAL) ? 1 : 0;
			}
			assertThat(expected).isNotNegative();
		}
		assertThat(reversals).isLessThanOrEqualTo(1);
		assertThat(decisions.entries().stream().mapToLong((entry) -> -entry.amount().amount()).sum())
			.isEqualTo(expected - 15_000);
		assertThat(decisions.entries()).extracting(Entry::reference).doesNotHaveDuplicates();
	}

	private static AdjustmentDecisions decisions() {
		return new AdjustmentDecisions(bills(), Map.of("P1", POSTING), Set.of());
	}

	private static Map<BillNumber, OpenBill> bills() {
		return Map.of(BILL, new OpenBill(BILL, new CustomerNumber("100234"), 2026, DAY, usd(15_000), true));
	}

	private static NewAdjustment adjustment(String reference, EntryKind kind, long amount, @Nullable String reverses) {
		return new NewAdjustment(reference, kind, BILL, DAY, usd(amount), reverses, null);
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}

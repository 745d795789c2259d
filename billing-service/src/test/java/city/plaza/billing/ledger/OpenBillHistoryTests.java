package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import city.plaza.billing.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static city.plaza.billing.ledger.LedgerHistory.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whatever is booked on a bill, every cent of it is somewhere. */
class OpenBillHistoryTests {

	static LongStream seeds() {
		return LongStream.range(0, 300);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void owesWhatIsNotTakenOffAndCreditsTheRest(long seed) {
		OpenBill bill = LedgerHistory.bill(seed * 100);
		long owed = seed * 100;
		long credit = 0;
		List<Entry> booked = new ArrayList<>();
		for (Entry entry : new LedgerHistory(seed).entries(30)) {
			OpenBill.Booked added = bill.add(entry);
			long after = owed - entry.amount().amount();
			// What is left of an entry that takes off more than is owed.
			long over = Math.max(0, -after);
			owed = Math.max(0, after);
			credit += over;
			booked.addAll(added.entries());
			bill = added.bill();
			assertThat(bill.totalUnpaid()).isEqualTo(usd(owed));
			assertThat(added.credit()).isEqualTo(usd(over));
			assertThat(added.entries().getFirst()).isEqualTo(entry);
		}
		assertThat(sum(booked)).isEqualTo(seed * 100 - owed);
		assertThat(-sum(booked.stream().filter((entry) -> entry.reference().endsWith("/credit")).toList()))
			.isEqualTo(credit);
		assertThat(booked).extracting(Entry::reference).doesNotHaveDuplicates();
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aCreditIsDatedAsItsEntrySoThatNoDayIsWrong(long seed) {
		OpenBill bill = LedgerHistory.bill(1_000);
		for (Entry entry : new LedgerHistory(seed).entries(20)) {
			OpenBill.Booked added = bill.add(entry);
			assertThat(added.entries()).extracting(Entry::effectiveOn).containsOnly(entry.effectiveOn());
			assertThat(added.entries()).extracting(Entry::billNumber).containsOnly(entry.billNumber());
			// An entry and its credit together take off no more than the entry alone.
			assertThat(sum(added.entries())).isLessThanOrEqualTo(Math.max(entry.amount().amount(), 0));
			bill = added.bill();
		}
	}

	@Test
	void staysTheSameBillWhateverIsBooked() {
		OpenBill before = LedgerHistory.bill(25_000);
		OpenBill after = before.add(new LedgerHistory(1).entries(1).getFirst()).bill();
		assertThat(after).usingRecursiveComparison().ignoringFields("totalUnpaid").isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, -1", "-9223372036854775808, 1" })
	void doesNotOverflowInSilence(long unpaid, long takesOff) {
		Entry entry = entry(takesOff, "USD");
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> LedgerHistory.bill(unpaid).add(entry));
	}

	@Test
	void takesNoOtherCurrency() {
		Entry euros = entry(100, "EUR");
		assertThatIllegalArgumentException().isThrownBy(() -> LedgerHistory.bill(100).add(euros));
	}

	private static Entry entry(long takesOff, String currency) {
		return new Entry("E1", EntryKind.ADJUSTMENT, LedgerHistory.BILL, LocalDate.EPOCH, new Money(takesOff, currency),
				null, null, null);
	}

	private static long sum(List<Entry> entries) {
		return entries.stream().mapToLong((entry) -> entry.amount().amount()).sum();
	}

}

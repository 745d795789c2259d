package city.plaza.billing.ledger;

import java.time.LocalDate;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.OpenBill.Booked;
import city.plaza.billing.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenBillTests {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

	@ParameterizedTest(name = "{0} unpaid, {1} taken off: {2} unpaid, {3} credit")
	@CsvSource({ "25000, 25000, 0, 0", "25000, 10000, 15000, 0", "25000, 25001, 0, 1", "0, 25000, 0, 25000",
			"0, -500, 500, 0", "25000, -500, 25500, 0", "-300, 200, -300, 200", "-300, -500, 200, 0" })
	void whatIsTakenOffBeyondWhatIsOwedIsACredit(long unpaid, long amount, long after, long credit) {
		Booked booked = bill(unpaid).add(entry(amount));
		assertThat(booked.bill().totalUnpaid()).isEqualTo(usd(after));
		assertThat(booked.credit()).isEqualTo(usd(credit));
		assertThat(booked.entries().stream().mapToLong((entry) -> entry.amount().amount()).sum())
			.isEqualTo(unpaid - after);
	}

	@Test
	void aCreditCountsFromTheSameDayAndNamesTheSamePayment() {
		Booked booked = bill(100)
			.add(Entry.posting("P1", new PaymentReference("PLZ-1"), new BillNumber("1"), DAY, new Money(300, "USD")));
		assertThat(booked.entries()).extracting(Entry::kind).containsExactly(EntryKind.POSTING, EntryKind.CREDIT);
		assertThat(booked.entries().getLast()).isEqualTo(new Entry("P1/credit", EntryKind.CREDIT, new BillNumber("1"),
				DAY, usd(-200), new PaymentReference("PLZ-1"), null, null));
	}

	private static OpenBill bill(long unpaid) {
		return new OpenBill(new BillNumber("1"), new CustomerNumber("C1"), 2026, DAY, usd(unpaid), true);
	}

	private static Entry entry(long amount) {
		return new Entry("E1", EntryKind.ADJUSTMENT, new BillNumber("1"), DAY, usd(amount), null, null, null);
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}

package city.plaza.portal.bill;

import java.time.LocalDate;
import java.util.List;

import city.plaza.portal.page.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BillProgressTests {

	private static final LocalDate DAY = LocalDate.of(2021, 7, 2);

	@ParameterizedTest
	@CsvSource({ "25000,25000,0,0", "25000,0,25000,100", "25000,10000,15000,60", "25000,1,24999,99", "25000,24999,1,1",
			"199,99,100,50", "3,1,2,66", "9000000000000000000,4500000000000000000,4500000000000000000,50" })
	void isFullOrEmptyOnlyWhereItIsExactlySo(long charged, long unpaid, long paid, int percent) {
		assertThat(BillProgress.of(bill(charged, unpaid))).hasValueSatisfying((progress) -> {
			assertThat(progress.paid()).isEqualTo(usd(paid));
			assertThat(progress.unpaid()).isEqualTo(usd(unpaid));
			assertThat(progress.total()).isEqualTo(usd(charged));
			assertThat(progress.percentPaid()).isEqualTo(percent);
		});
	}

	/** A waiver makes the bill smaller, a returned check makes a payment none. */
	@Test
	void countsChangesOfTheBillAndOfItsPaymentsApart() {
		Bills.Bill bill = bill(25000, 20000, change("waiver", -5000), change("reversal", 10000), change("fee", 1000));
		assertThat(BillProgress.of(bill)).hasValueSatisfying((progress) -> {
			assertThat(progress.total()).isEqualTo(usd(21000));
			assertThat(progress.paid()).isEqualTo(usd(1000));
		});
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "-100,0", "100,-1", "100,101" })
	void isNoneWhereTheFiguresDoNotMakeOne(long charged, long unpaid) {
		assertThat(BillProgress.of(bill(charged, unpaid))).isEmpty();
	}

	private static Bills.Change change(String kind, long cents) {
		return new Bills.Change(DAY, kind, usd(cents), null);
	}

	private static Bills.Bill bill(long charged, long unpaid, Bills.Change... changes) {
		return new Bills.Bill("62825", "CLAIMS", "Claims", 2021, "100234", "EXAMPLE CUSTOMER", DAY, DAY, DAY,
				usd(unpaid), usd(unpaid), false, null, false, List.of(new Bills.Charge(1, "Sign", usd(charged))),
				List.of(), (changes.length > 0) ? List.of(changes) : null);
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}

package city.plaza.portal.bill;

import java.time.LocalDate;
import java.util.List;

import city.plaza.portal.page.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BillsTests {

	private static final LocalDate PAY_BY = LocalDate.of(2021, 7, 2);

	@ParameterizedTest
	@CsvSource({ "25000,false,true", "1,false,true", "0,false,false", "-100,false,false", "25000,true,false" })
	void canBePaidWhileUnpaidAndNotPending(long unpaid, boolean pending, boolean payable) {
		assertThat(bill(unpaid, pending, PAY_BY).payable()).isEqualTo(payable);
	}

	@ParameterizedTest
	@CsvSource({ "25000,2021-07-02,false", "25000,2021-07-03,true", "0,2021-07-03,false", "-5,2021-07-03,false" })
	void arePastDueTheDayAfterThePayByDateWhileUnpaid(long unpaid, LocalDate asOf, boolean pastDue) {
		assertThat(bill(unpaid, false, asOf).pastDue()).isEqualTo(pastDue);
		assertThat(line(unpaid).pastDue(asOf)).isEqualTo(pastDue);
	}

	@Test
	void showAnAddressWithWhatIsKnownOfIt() {
		assertThat(new Bills.Address("123 MAIN ST", "ANY TOWN", "IL", "00000").cityStateZip())
			.isEqualTo("ANY TOWN, IL 00000");
		assertThat(new Bills.Address(null, null, null, null).cityStateZip()).isEqualTo(",  ").doesNotContain("null");
	}

	private static Bills.Line line(long unpaid) {
		return new Bills.Line("62825", "CLAIMS", null, PAY_BY, dollars(unpaid), dollars(unpaid), false);
	}

	private static Bills.Bill bill(long unpaid, boolean pending, LocalDate asOf) {
		return new Bills.Bill("62825", "CLAIMS", "Claims", 2021, "100234", "EXAMPLE CUSTOMER", LocalDate.of(2021, 6, 1),
				PAY_BY, asOf, dollars(unpaid), dollars(unpaid), pending, null, false, List.of(), List.of(), null);
	}

	private static Money dollars(long cents) {
		return new Money(cents, "USD");
	}

}

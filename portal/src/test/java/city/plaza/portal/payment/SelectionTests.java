package city.plaza.portal.payment;

import java.time.LocalDate;
import java.util.List;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.form.FormError;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTests {

	private static final LocalDate DAY = LocalDate.of(2021, 7, 2);

	@Test
	void paysAllOfABillThatIsPaidWholeWhateverItsAddressSays() {
		assertThat(selected(0, "1.00", bill("1", 25000, false, false)).amount()).isEqualTo(usd(25000));
		assertThat(selected(0, null, bill("1", 25000, false, true)).amount()).isEqualTo(usd(25000));
		assertThat(selected(0, "1.00", bill("1", 25000, false, true)).amount()).isEqualTo(usd(100));
	}

	@ParameterizedTest
	@CsvSource({ "much, unreadable", "'', unreadable", "1.005, unreadable", "0, amount-not-positive",
			"-1, amount-not-positive", "250.01, amount-above-unpaid" })
	void findsWhatIsWrongWithAnAmount(String typed, String code) {
		SelectedBill bill = selected(3, typed, bill("1", 25000, false, true));
		assertThat(bill.error()).map(FormError::code).contains(code);
		assertThat(bill.error()).map(FormError::id).contains("amount-3");
		assertThat(bill.typed()).isEqualTo(typed);
		assertThat(selected(0, "250.00", bill("1", 25000, false, true)).error()).isEmpty();
	}

	@Test
	void adoptsOnlyWhatCanBePaid() {
		Selection selection = selection(selected(0, "10.00", bill("1", 25000, false, true)), selected(1, null, null),
				selected(2, null, bill("3", 25000, true, true)), selected(3, null, bill("4", 0, false, true)),
				selected(4, null, bill("5", 700, false, false)));
		assertThat(selection.payable()).extracting((bill) -> bill.line().billNumber()).containsExactly("1", "5");
		assertThat(selection.unpayable()).extracting(SelectedBill::reason)
			.containsExactly("unknown", "pending", "paid");
		assertThat(selection.errors().any()).isFalse();
		assertThat(selection.total()).isEqualTo(usd(1700));
		assertThat(selection.action())
			.isEqualTo("/payments/new/check?bill=1&amount=10.00&bill=5&amount=7.00&back=%2Fmanage-bills");
		assertThat(selection.change()).startsWith("/payments/new?bill=1&amount=10.00&");
		assertThat(selection.asksAmounts()).isTrue();
	}

	/**
	 * What the list shows as balance due is more than what is paid here: nobody is left
	 * to wonder.
	 */
	@Test
	void addsUpWhatIsDueBesideThePayment() {
		Bills.Bill late = new Bills.Bill("9", "RENTAL", "Rental", 2021, "100234", "EXAMPLE CUSTOMER", DAY, DAY, DAY,
				usd(1000), usd(1234), false, null, false, List.of(), List.of(), null);
		assertThat(selection(selected(0, null, late), selected(1, null, bill("1", 700, false, false))).accrued())
			.isEqualTo(usd(234));
		assertThat(selection(selected(0, null, bill("1", 700, false, false))).accrued().isPositive()).isFalse();
	}

	@Test
	void offersEachOpenPaymentOnce() {
		Bills.PendingPayment open = new Bills.PendingPayment("p-1", "redirected", usd(50000));
		Bills.PendingPayment sent = new Bills.PendingPayment("p-2", "submitted", usd(100));
		Bills.Bill bill = bill("1", 25000, true, false);
		Selection selection = selection(new SelectedBill(0, line("1", null), bill, open),
				new SelectedBill(1, line("2", null), bill, open), new SelectedBill(2, line("3", null), bill, sent));
		assertThat(selection.openPayments()).containsExactly(open);
	}

	@Test
	void leavesAnOnlyBillThatCannotBePaidToItsPage() {
		Bills.Bill pending = bill("1", 25000, true, false);
		assertThat(selection(selected(0, null, pending)).onlyOneUnpayable()).contains(pending);
		assertThat(selection(selected(0, null, null)).onlyOneUnpayable()).isEmpty();
		assertThat(selection(selected(0, null, bill("1", 1, false, false))).onlyOneUnpayable()).isEmpty();
		assertThat(selection(selected(0, null, pending), selected(1, null, pending)).onlyOneUnpayable()).isEmpty();
	}

	private static Selection selection(SelectedBill... bills) {
		return new Selection(new PaymentChoice(List.of(), false, "/manage-bills"), List.of(bills));
	}

	private static SelectedBill selected(int index, @Nullable String amount, Bills.@Nullable Bill bill) {
		String number = (bill != null) ? bill.billNumber() : "0";
		return new SelectedBill(index, line(number, amount), bill, null);
	}

	private static PaymentChoice.Line line(String number, @Nullable String amount) {
		return new PaymentChoice.Line(number, amount);
	}

	private static Bills.Bill bill(String number, long unpaid, boolean pending, boolean part) {
		return new Bills.Bill(number, "CLAIMS", "Claims", 2021, "100234", "EXAMPLE CUSTOMER", DAY, DAY, DAY,
				usd(unpaid), usd(unpaid), pending, null, part, List.of(), List.of(), null);
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}

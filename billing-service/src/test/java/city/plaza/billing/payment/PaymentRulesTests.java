package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentRulesTests {

	private static final OpenBill CLAIM = bill("62825", 25000, true);

	private static final Money UNPAID = new Money(25_000, "USD");

	private static final OpenBill PERMIT = bill("70001", 9000, false);

	@Test
	void acceptsTheWholeOfSeveralBills() {
		assertThat(check(order(line("62825", 25000), line("70001", 9000)))).isEmpty();
	}

	@Test
	void acceptsAPartWhereTheBillsTypeAllowsIt() {
		assertThat(check(order(line("62825", 1)))).isEmpty();
	}

	@Test
	void refusesAPartWhereTheBillsTypeDoesNotAllowIt() {
		assertThat(check(order(line("62825", 25000), line("70001", 8999))))
			.contains(new PaymentRefusal.PartPaymentNotAllowed(1));
	}

	@Test
	void refusesMoreThanIsUnpaid() {
		assertThat(check(order(line("62825", 25001)))).contains(new PaymentRefusal.AmountAboveUnpaid(0, UNPAID));
		assertThat(check(order(line("62825", Long.MAX_VALUE))))
			.contains(new PaymentRefusal.AmountAboveUnpaid(0, UNPAID));
	}

	@Test
	void refusesNothingAndLess() {
		assertThat(PaymentRules.checkAlone(order(line("62825", 25000), line("70001", 0))))
			.contains(new PaymentRefusal.AmountNotPositive(1));
		assertThat(PaymentRules.checkAlone(order(line("62825", -1)))).contains(new PaymentRefusal.AmountNotPositive(0));
	}

	@Test
	void refusesABillNamedTwice() {
		assertThat(PaymentRules.checkAlone(order(line("62825", 1), line("62825", 2))))
			.contains(new PaymentRefusal.DuplicateBill(1));
	}

	@Test
	void refusesTwoCurrencies() {
		PaymentOrder mixed = order(line("62825", 1),
				new PaymentOrder.Line(new BillNumber("70001"), new Money(1, "CAD")));
		assertThat(PaymentRules.checkAlone(mixed)).contains(new PaymentRefusal.CurrencyMismatch(1));
	}

	@Test
	void refusesACurrencyThatIsNotTheBills() {
		assertThat(check(order(new PaymentOrder.Line(new BillNumber("62825"), new Money(25000, "CAD")))))
			.contains(new PaymentRefusal.CurrencyMismatch(0));
	}

	@Test
	void refusesABillThatIsPaid() {
		PaymentOrder order = order(line("62825", 1));
		assertThat(PaymentRules.check(order, List.of(bill("62825", 0, true)), Set.of()))
			.contains(new PaymentRefusal.BillPaid(0));
		assertThat(PaymentRules.check(order, List.of(bill("62825", -500, true)), Set.of()))
			.contains(new PaymentRefusal.BillPaid(0));
	}

	@Test
	void refusesABillWithAPendingPayment() {
		assertThat(PaymentRules.check(order(line("62825", 25000)), List.of(CLAIM), Set.of(new BillNumber("62825"))))
			.contains(new PaymentRefusal.BillPending(0));
	}

	@Test
	void disclosesNothingOfOtherBillsBesideOneThatIsNotTheResidents() {
		assertThat(PaymentRules.check(order(line("62825", 99999999), line("foreign", 1)), List.of(CLAIM), Set.of()))
			.contains(new PaymentRefusal.NoSuchBill());
	}

	@Test
	void theSameRequestHasTheSameHashInWhateverOrder() {
		PaymentOrder order = order(line("62825", 25000), line("70001", 9000));
		assertThat(order.hash()).isEqualTo(order(line("70001", 9000), line("62825", 25000)).hash())
			.isNotEqualTo(order(line("62825", 25000)).hash())
			.isNotEqualTo(order(line("62825", 9000), line("70001", 25000)).hash());
	}

	private static Optional<PaymentRefusal> check(PaymentOrder order) {
		assertThat(PaymentRules.checkAlone(order)).isEmpty();
		return PaymentRules.check(order, List.of(CLAIM, PERMIT), Set.of());
	}

	private static PaymentOrder order(PaymentOrder.Line... lines) {
		return new PaymentOrder(Arrays.asList(lines));
	}

	private static PaymentOrder.Line line(String bill, long cents) {
		return new PaymentOrder.Line(new BillNumber(bill), new Money(cents, "USD"));
	}

	private static OpenBill bill(String number, long unpaid, boolean partPaymentAllowed) {
		return new OpenBill(new BillNumber(number), new CustomerNumber("100234"), 2021, LocalDate.of(2021, 6, 1),
				new Money(unpaid, "USD"), partPaymentAllowed);
	}

}

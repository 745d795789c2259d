package city.plaza.billing.payment;

import java.util.List;
import java.util.Optional;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /api/v1/payments}.
 *
 * @param allocations which bills are paid, and how much of each
 */
record NewPaymentRequest(@NotNull(message = "Say in allocations which bills are paid.") @Size(min = 1, max = 100,
		message = "A payment covers 1 to 100 bills.") List<@NotNull(
				message = "Each allocation needs a billNumber and an amount.") @Valid Line> allocations) {

	/**
	 * The part of a payment that goes to one bill.
	 *
	 * @param billNumber printed on the bill
	 * @param amount more than zero, and no more than what is unpaid
	 */
	@Schema(name = "NewPaymentLine")
	record Line(
			@NotNull(message = "Enter the billNumber of the bill to pay.") @Pattern(regexp = "\\P{Cntrl}{1,40}",
					message = "A bill number has 1 to 40 characters.") String billNumber,
			@NotNull(message = "Enter the amount to pay.") Money amount) {
	}

	/**
	 * What is asked to be paid.
	 * @return empty where a line names what no bill is named: the released pattern lets
	 * control characters beyond ASCII pass
	 */
	Optional<PaymentOrder> toOrder() {
		boolean isNamed = this.allocations.stream()
			.noneMatch((line) -> line.billNumber().chars().anyMatch(Character::isISOControl));
		return isNamed ? Optional.of(new PaymentOrder(this.allocations.stream()
			.map((line) -> new PaymentOrder.Line(new BillNumber(line.billNumber()), line.amount()))
			.toList())) : Optional.empty();
	}

}

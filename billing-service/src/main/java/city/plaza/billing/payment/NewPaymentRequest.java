package city.plaza.billing.payment;

import java.util.List;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /api/v1/payments}. */
record NewPaymentRequest(@NotNull @Size(min = 1, max = 100,
		message = "A payment covers 1 to 100 bills.") List<@NotNull @Valid Line> allocations) {

	@Schema(name = "NewPaymentLine")
	record Line(
			@NotNull(message = "Which bill is to be paid?") @Pattern(regexp = "\\P{Cntrl}{1,40}",
					message = "A bill number has 1 to 40 characters.") String billNumber,
			@NotNull(message = "How much is to be paid?") Money amount) {
	}

	PaymentOrder toOrder() {
		return new PaymentOrder(this.allocations.stream()
			.map((line) -> new PaymentOrder.Line(new BillNumber(line.billNumber()), line.amount()))
			.toList());
	}

}

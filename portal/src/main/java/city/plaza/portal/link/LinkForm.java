package city.plaza.portal.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a resident typed to link an account.
 *
 * @param number customer number or account number
 * @param name as printed on the bill
 * @param withBill not null once the page has asked for a bill
 * @param billNumber of that bill
 * @param billAmount of that bill, as typed
 */
record LinkForm(@Nullable String number, @Nullable String name, @Nullable String withBill, @Nullable String billNumber,
		@Nullable String billAmount) {

	static final String BILL_NUMBER = "billNumber";

	static final String BILL_AMOUNT = "billAmount";

	/** The service's problem that asks for a bill. */
	static final String PROOF_REQUIRED = "further-proof-required";

	private static final int LONGEST_NUMBER = 40;

	static LinkForm empty() {
		return new LinkForm(null, null, null, null, null);
	}

	/** The form as it is shown after a refusal: one of them asks for a bill, too. */
	LinkForm after(ApiProblem problem) {
		return problem.is(PROOF_REQUIRED)
				? new LinkForm(this.number, this.name, "true", this.billNumber, this.billAmount) : this;
	}

	/** What keeps the fields of the bill from being sent. */
	FormErrors errors(String currency) {
		List<FormError> errors = new ArrayList<>();
		if (this.withBill != null && !hasBillNumber()) {
			errors.add(FormError.of(BILL_NUMBER, "required"));
		}
		if (this.withBill != null && amount(currency).isEmpty()) {
			errors.add(FormError.of(BILL_AMOUNT, "unreadable"));
		}
		return new FormErrors(errors);
	}

	/** What is sent, once there are no {@link #errors}. */
	CustomerLinks.LinkRequest request(String currency) {
		CustomerLinks.Bill bill = (this.withBill != null)
				? amount(currency).map((amount) -> new CustomerLinks.Bill(String.valueOf(this.billNumber), amount))
					.orElseThrow(() -> new IllegalStateException("The amount is not checked"))
				: null;
		return new CustomerLinks.LinkRequest(this.number, this.name, bill);
	}

	private boolean hasBillNumber() {
		return this.billNumber != null && !this.billNumber.isBlank() && this.billNumber.length() <= LONGEST_NUMBER;
	}

	private Optional<Money> amount(String currency) {
		return Optional.ofNullable(this.billAmount).flatMap((typed) -> Money.parse(typed, currency));
	}

}

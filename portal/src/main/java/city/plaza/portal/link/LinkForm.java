package city.plaza.portal.link;

import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
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

	private static final int LONGEST_NUMBER = 40;

	static LinkForm empty() {
		return new LinkForm(null, null, null, null, null);
	}

	/** The same with the fields of the bill, which keep what was typed. */
	LinkForm askingForABill() {
		return new LinkForm(this.number, this.name, "true", this.billNumber, this.billAmount);
	}

	/** What keeps the fields of the bill from being sent. */
	FormErrors errors(Explanations explanations, String currency) {
		FormErrors errors = new FormErrors();
		if (this.withBill == null) {
			return errors;
		}
		if (this.billNumber == null || this.billNumber.isBlank() || this.billNumber.length() > LONGEST_NUMBER) {
			errors.add(BILL_NUMBER, explanations.say("problem.billNumber.required"));
		}
		if (amount(currency) == null) {
			errors.add(BILL_AMOUNT, explanations.say("problem.billAmount.unreadable"));
		}
		return errors;
	}

	/** What is sent, once there are no {@link #errors}. */
	CustomerLinks.Wanted wanted(String currency) {
		Money amount = amount(currency);
		if (this.withBill == null || this.billNumber == null || amount == null) {
			return new CustomerLinks.Wanted(this.number, this.name, null);
		}
		return new CustomerLinks.Wanted(this.number, this.name, new CustomerLinks.Bill(this.billNumber, amount));
	}

	private @Nullable Money amount(String currency) {
		if (this.billAmount == null) {
			return null;
		}
		try {
			return Money.parse(this.billAmount, currency);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}

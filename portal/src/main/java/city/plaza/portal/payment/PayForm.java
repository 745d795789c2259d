package city.plaza.portal.payment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the page "Check your answers" sends.
 *
 * @param key made when the page was shown: pressing twice pays once
 * @param total the amount that was shown, in minor units
 * @param currency of the amount
 * @param amount what was typed, where a part may be paid
 */
record PayForm(@Nullable String key, @Nullable Long total, @Nullable String currency, @Nullable String amount) {

	/** After these, the same request is sent once more; after others, it is a new one. */
	private static final Set<String> FOR_NOW = Set.of("provider-unavailable", "too-many-payments");

	static PayForm of(Bills.Bill bill) {
		return new PayForm(newKey(), bill.totalUnpaid().amount(), bill.totalUnpaid().currency(),
				bill.totalUnpaid().plain());
	}

	/** The form as it is shown after a refusal. */
	PayForm after(ApiProblem problem) {
		return FOR_NOW.contains(problem.code()) ? this : new PayForm(newKey(), this.total, this.currency, this.amount);
	}

	/** The amount that is unpaid now, and what was typed then. */
	PayForm with(Money unpaid) {
		return new PayForm(this.key, unpaid.amount(), unpaid.currency(), this.amount);
	}

	/** Whether it is the form of our own page, whatever was typed into it. */
	boolean isWhole() {
		return this.key != null && !this.key.isBlank() && this.total != null && this.currency != null
				&& Money.isCurrency(this.currency);
	}

	/**
	 * What is to be paid.
	 * @return the typed amount, or the one that was shown; empty if what was typed is no
	 * amount
	 */
	Optional<Money> toPay() {
		if (this.total == null || this.currency == null) {
			throw new IllegalStateException("Not whole");
		}
		return (this.amount != null) ? Money.parse(this.amount, this.currency)
				: Optional.of(new Money(this.total, this.currency));
	}

	private static String newKey() {
		return UUID.randomUUID().toString();
	}

}

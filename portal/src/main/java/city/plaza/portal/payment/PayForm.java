package city.plaza.portal.payment;

import java.util.UUID;

import city.plaza.portal.bill.Bills;
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

	static PayForm of(Bills.Bill bill) {
		return new PayForm(UUID.randomUUID().toString(), bill.totalUnpaid().amount(), bill.totalUnpaid().currency(),
				bill.totalUnpaid().plain());
	}

	PayForm withNewKey() {
		return new PayForm(UUID.randomUUID().toString(), this.total, this.currency, this.amount);
	}

	/** The amount shown now, and what was typed then. */
	PayForm of(Money unpaid) {
		return new PayForm(this.key, unpaid.amount(), unpaid.currency(), this.amount);
	}

	boolean isWhole() {
		return this.key != null && !this.key.isBlank() && this.total != null && this.currency != null
				&& this.currency.matches("[A-Z]{3}");
	}

	/**
	 * What is to be paid.
	 * @return the typed amount, or the one that was shown
	 * @throws IllegalArgumentException if what was typed is no amount
	 */
	Money wanted() {
		if (this.total == null || this.currency == null) {
			throw new IllegalStateException("Not whole");
		}
		return (this.amount != null) ? Money.parse(this.amount, this.currency) : new Money(this.total, this.currency);
	}

}

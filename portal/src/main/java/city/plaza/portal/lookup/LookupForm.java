package city.plaza.portal.lookup;

import city.plaza.portal.lookup.BillLookups.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor typed to find a bill.
 *
 * @param customerNumber the Customer ID on the bill
 * @param billNumber the bill (invoice) number on it
 * @param remember not null where this device shall keep both
 */
record LookupForm(@Nullable String customerNumber, @Nullable String billNumber, @Nullable String remember) {

	/** As this device has remembered it. */
	static LookupForm of(@Nullable Numbers remembered) {
		return (remembered != null) ? new LookupForm(remembered.customerNumber(), remembered.billNumber(), "true")
				: new LookupForm(null, null, null);
	}

	Numbers numbers() {
		return new Numbers(this.customerNumber, this.billNumber);
	}

}

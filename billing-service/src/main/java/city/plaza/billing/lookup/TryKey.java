package city.plaza.billing.lookup;

/**
 * A counter of failed tries.
 *
 * @param kind decides how many there may be, and for how long they count
 * @param digest of what is counted
 */
record TryKey(Kind kind, String digest) {

	/** What tries are counted under. */
	enum Kind {

		NETWORK, SITE, CUSTOMER, BILL

	}

}

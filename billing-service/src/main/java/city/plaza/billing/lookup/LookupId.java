package city.plaza.billing.lookup;

import city.plaza.platform.security.RandomToken;

/**
 * By what a bill that was found is read again: 256 random bits, good for this one bill
 * and a short time.
 *
 * @param value base64url
 */
record LookupId(String value) {

	static LookupId next() {
		return new LookupId(RandomToken.next());
	}

	/** What is stored: a reader of the database cannot use it. */
	byte[] digest() {
		return RandomToken.digest(this.value);
	}

	@Override
	public String toString() {
		return "LookupId[***]";
	}

}

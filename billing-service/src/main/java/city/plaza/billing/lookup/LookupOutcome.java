package city.plaza.billing.lookup;

import java.time.Duration;

/** What came of looking for a bill. */
sealed interface LookupOutcome {

	/** It is there. */
	record Found(BillLookup lookup) implements LookupOutcome {
	}

	/** No customer of this number has a bill of this number. */
	record NoSuchBill() implements LookupOutcome {
	}

	/**
	 * Too many tries failed: this one is not checked.
	 *
	 * @param retryAfter when the next one is
	 */
	record TooManyTries(Duration retryAfter) implements LookupOutcome {
	}

}

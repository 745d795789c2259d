package city.plaza.billing.customer;

/** What became of a customer brought by the ledger. */
public sealed interface TakenCustomer {

	/** It is new or not as it was; everybody is told. */
	record Changed() implements TakenCustomer {
	}

	/** It is as it was. */
	record Unchanged() implements TakenCustomer {
	}

	/**
	 * Refused: one of its account numbers is another customer's.
	 *
	 * @param accountNumber the first such number
	 */
	record AccountNumberTaken(String accountNumber) implements TakenCustomer {
	}

}

package city.plaza.billing.bill;

/** What became of a bill brought by the ledger. */
public enum TakenBill {

	/** It is new or not as it was. */
	CHANGED,

	/** It is as it was. */
	UNCHANGED,

	/** Refused: nobody of that customer number is known. */
	UNKNOWN_CUSTOMER,

	/** Refused: there is no such bill type. */
	UNKNOWN_BILL_TYPE,

	/** Refused: a payment of the bill as it was is posted or pending. */
	CHANGED_AFTER_PAYMENT

}

package city.plaza.billing.payment;

/** Whether a row of finance's postings fits the web payment it names. */
public enum PostingCheck {

	/** The payment awaits a posting of exactly this amount to this bill. */
	OK,

	/** There is no payment of this reference. */
	UNKNOWN_PAYMENT,

	/** The payment does not cover this bill. */
	NOT_OF_THIS_BILL,

	/** The payment covers this bill with another amount or currency. */
	WRONG_AMOUNT,

	/**
	 * The money was not taken, or this part of the payment is posted already.
	 */
	NOT_SUBMITTED

}

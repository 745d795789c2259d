package city.plaza.billing.payment;

/** What became of a posting that finance reported. */
public enum PostingOutcome {

	/** It is booked. */
	POSTED,

	/** It was booked before. */
	UNCHANGED,

	/** Refused: an earlier row of the file has this reference. */
	REPEATED,

	/** Refused: another posting has this reference. */
	REFERENCE_REUSED,

	/** Refused: there is no such bill. */
	UNKNOWN_BILL,

	/** Refused: there is no web payment of this reference. */
	UNKNOWN_PAYMENT,

	/** Refused: the web payment does not cover this bill. */
	PAYMENT_NOT_OF_THIS_BILL,

	/** Refused: no money was taken for it, or all of this part is posted. */
	PAYMENT_NOT_PENDING,

	/** Refused: it is more than what is left of this part of the web payment. */
	ABOVE_PAYMENT,

	/** Refused: it came another way, and is more than what is unpaid. */
	ABOVE_UNPAID

}

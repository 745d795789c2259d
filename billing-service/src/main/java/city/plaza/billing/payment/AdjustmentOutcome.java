package city.plaza.billing.payment;

/** What became of an adjustment that finance reported. */
public enum AdjustmentOutcome {

	/** It is booked. */
	BOOKED,

	/** It was booked before. */
	UNCHANGED,

	/** Refused: an earlier row of the file has this reference. */
	REPEATED,

	/** Refused: another entry has this reference. */
	REFERENCE_REUSED,

	/** Refused: there is no such bill. */
	UNKNOWN_BILL,

	/** Refused: it takes off more than is unpaid. */
	ABOVE_UNPAID,

	/** Refused: there is no such posting of this bill. */
	UNKNOWN_POSTING,

	/** Refused: a reversal undoes a posting whole, and once. */
	NOT_THE_POSTING

}

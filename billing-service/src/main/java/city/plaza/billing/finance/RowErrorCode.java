package city.plaza.billing.finance;

import java.util.List;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why a row of a file is not imported. The list is closed: pages have a text for each of
 * its codes.
 */
enum RowErrorCode {

	/** The field is empty. */
	REQUIRED("The field is empty.", "", "This field must not be empty."),
	/** The text is longer than the field may be. */
	TOO_LONG("The text is longer than the field may be.", "the most characters",
			"This field must have at most %s characters."),
	/** A character cannot be printed. */
	INVALID_CHARACTER("A character cannot be printed.", "", "This field holds a character that cannot be printed."),
	/** A number of a bill or customer that pages and paths cannot carry. */
	INVALID_NUMBER_FORMAT("A number of a bill or customer that pages and paths cannot carry.", "",
			"This may hold letters A to Z, digits, spaces and . _ - and begins with a letter or digit."),
	/** The reference ends as those do that Plaza itself gives. */
	RESERVED_REFERENCE("The reference ends as those do that Plaza itself gives.", "the ending",
			"A reference that ends in %s is given by Plaza. Use another one."),
	/** Not a date of the calendar, or out of range. */
	INVALID_DATE("Not a date of the calendar, or out of range.", "the first and the last date",
			"This must be a date such as 2021-07-02."),
	/** Not a whole number, or out of range. */
	INVALID_NUMBER("Not a whole number, or out of range.", "the least and the most",
			"This must be a whole number from %s to %s."),
	/** Not an amount. */
	INVALID_AMOUNT("Not an amount, or too large a one.", "the largest amount",
			"This must be an amount such as 250.00, at most %s, without a currency sign or thousands separators."),
	/** Not the currency of the city. */
	WRONG_CURRENCY("Not the currency of the city.", "the currency", "The currency must be %s."),
	/** More or fewer fields than columns. */
	WRONG_COLUMN_COUNT("More or fewer fields than columns.", "the fields of the row, and those needed",
			"The row has %s fields where %s are needed."),
	/** An earlier row of the file is the same posting, adjustment, customer or line. */
	DUPLICATE_ROW("An earlier row of the file has this reference, this customer, or this line of the bill.", "",
			"An earlier row of the file has this value."),
	/** The example row of the template. */
	EXAMPLE_ROW("The example row of the template.", "",
			"This is the example row of the template. Put rows of your own in its place."),
	/** Another row of the bill has an error. */
	BILL_HAS_BAD_ROW("Another row of the bill has an error: a bill is imported whole or not at all.", "",
			"Another row of this bill cannot be taken."),
	/** The rows of a bill do not agree. */
	BILL_ROWS_DIFFER("The rows of a bill do not agree.", "",
			"All rows of a bill must name the same customer, type, year and dates."),
	/** Pay by a date before the issue. */
	PAY_BY_BEFORE_ISSUE("The pay-by date is before the issue date.", "the issue date",
			"The pay-by date must not be before the day of issue, %s."),
	/** The charges of a bill are less than zero. */
	TOTAL_BELOW_ZERO("The charges of a bill add up to less than zero.", "",
			"The charges of this bill add up to less than 0."),
	/** No such customer. */
	UNKNOWN_CUSTOMER("There is no such customer.", "", "No such customer is known. Import the customers first."),
	/** No such bill type. */
	UNKNOWN_BILL_TYPE("There is no such bill type.", "every bill type",
			"There is no such bill type. The bill types are: %s."),
	/** The bill cannot be changed any more. */
	BILL_CHANGED_AFTER_PAYMENT("The bill differs, and something is posted to it or a payment of it is pending.", "",
			"Something is posted to this bill, or a payment of it is pending, so it cannot be changed. Import an adjustment instead."),
	/** The account number belongs to another customer. */
	ACCOUNT_NUMBER_TAKEN("The account number is another customer's.", "the account number",
			"Account number %s is another customer's."),
	/** No such bill. */
	UNKNOWN_BILL("There is no such bill.", "", "There is no such bill."),
	/** No such web payment. */
	UNKNOWN_PAYMENT("There is no such web payment.", "", "There is no such payment."),
	/** The web payment does not cover the bill. */
	PAYMENT_NOT_OF_THIS_BILL("The web payment does not cover the bill.", "", "This payment does not cover this bill."),
	/** Nothing of the web payment is to be posted to the bill. */
	PAYMENT_NOT_PENDING("The money of the web payment was not taken, or its part for the bill is posted.", "",
			"The money of this payment was not taken, or this part of it is posted already."),
	/** More than is left of the web payment for the bill. */
	WRONG_AMOUNT("More than is left of the web payment for the bill.", "what is left, such as 250.00",
			"This is more than the %s that is left of the payment for this bill."),
	/** More than is unpaid. */
	AMOUNT_ABOVE_UNPAID("More than is unpaid on the bill.", "what is unpaid, such as 250.00",
			"This is more than the %s that is unpaid on the bill."),
	/** A posting of zero or less. */
	AMOUNT_NOT_POSITIVE("A posting of zero or less.", "", "A posting must be more than 0."),
	/** Another posting has the reference. */
	POSTING_REFERENCE_REUSED("Another posting has the reference.", "",
			"Another posting has this reference. A posting cannot be changed."),
	/** Another posting or adjustment has the reference. */
	ADJUSTMENT_REFERENCE_REUSED("Another posting or adjustment has the reference.", "",
			"Another posting or adjustment has this reference. Neither can be changed."),
	/** A date later than today. */
	DATE_IN_FUTURE("A date later than today.", "today's date", "The date must not be later than today, %s."),
	/** No such kind of adjustment. */
	UNKNOWN_KIND("There is no such kind of adjustment.", "every kind", "This must be one of: %s."),
	/** The amount has the wrong sign for its kind. */
	WRONG_SIGN("The amount has the wrong sign for its kind.", "`negative`, `positive` or `nonzero`",
			"The amount of this kind must be %s."),
	/** Only a reversal names the posting that it undoes. */
	REVERSAL_WITHOUT_POSTING("A reversal without the posting that it undoes, or another kind with one.", "",
			"A reversal, and nothing else, names the posting that it undoes."),
	/** No such posting of the bill. */
	UNKNOWN_POSTING("There is no such posting of the bill.", "", "There is no such posting of this bill."),
	/** The reversal does not undo the posting as a whole, or again. */
	POSTING_NOT_REVERSIBLE("The reversal has another amount than the posting, or undoes it again.", "",
			"A reversal must have the amount of the posting, and undo it once.");

	private final String meaning;

	private final String expects;

	private final String sentence;

	RowErrorCode(String meaning, String expects, String sentence) {
		this.meaning = meaning;
		this.expects = expects;
		this.sentence = sentence;
	}

	/** As the API and tables write it, such as {@code invalid-date}. */
	@JsonValue
	String code() {
		return Codes.of(this);
	}

	/** What it says, for the description of the API. */
	String meaning() {
		return this.meaning;
	}

	/** What {@code expected} lists; empty where it lists nothing. */
	String expects() {
		return this.expects;
	}

	/** One plain sentence that says what would be right. */
	String message(List<String> expected) {
		return (this == UNKNOWN_BILL_TYPE || this == UNKNOWN_KIND)
				? this.sentence.formatted(String.join(", ", expected)) : this.sentence.formatted(expected.toArray());
	}

}

package city.plaza.demo;

/** What a suite may do wrong, and where the demo has to say so. */
enum Fault {

	STAFF_UNKNOWN("PLAZA_STAFF_EMAIL and PLAZA_STAFF_PASSWORD"), CUSTOMER_IS_KNOWN("The customer should be new"),
	IMPORTS_TWICE("Nothing should be new"), TAKES_A_BAD_ROW("The bad row should be rejected"),
	SENDS_TWO_CODES("2 emails arrived instead of one"), TAKES_ANY_CODE("A wrong code is refused, but the response was"),
	TAKES_A_CODE_TWICE("The same code does not work twice, but"),
	TAKES_ANY_PASSWORD("A wrong password is refused, but"), SIGNS_IN_ANOTHER("Somebody else is signed in"),
	SHOWS_BILLS_OF_OTHERS("Before the link the bills do not exist for them, but"),
	LINKS_BY_ANY_NAME("A wrong name is refused, but"), LINKS_TWICE("A second link is refused, but"),
	LOSES_A_CHARGE("Two charges should be there"), ADDS_WRONG("Not two of 250.00"),
	MARKS_A_DECLINED_BILL("The bill should be free again"),
	TAKES_TOO_MUCH("Paying more than is unpaid is refused, but"),
	HAS_NO_PAGE("A payment that was started has a page to pay on"),
	IGNORES_KEYS("The same key started another payment"), TAKES_A_KEY_FOR_ANOTHER("changed: refused, but"),
	DOES_NOT_MARK("The bill should be marked on the very next read"),
	COUNTS_TOO_EARLY("Total unpaid should not change"), HIDES_THE_CARD("A payment that was submitted names the card"),
	TAKES_A_BILL_TWICE("Paying it a second time is refused, but"),
	SENDS_TWO_RECEIPTS("2 receipts arrived instead of one"), EXPORTS_NOTHING("The export should hold PLZ-"),
	POSTS_NOTHING("The posting should be accepted"), BREAKS_AT_THE_PAGE("The hosted page responded with 500"),
	REJECTS_ALL_ROWS("1 rows were rejected");

	/** What the demo says. */
	final String message;

	Fault(String message) {
		this.message = message;
	}

}

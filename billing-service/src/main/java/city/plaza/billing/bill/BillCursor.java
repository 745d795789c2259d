package city.plaza.billing.bill;

import java.time.DateTimeException;
import java.time.LocalDate;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.platform.http.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of bills ended: the next one begins behind this bill.
 *
 * @param payBy of the last bill shown
 * @param billNumber of the last bill shown; empty at the beginning
 */
record BillCursor(LocalDate payBy, String billNumber) {

	/** The database knows no later day; nor has any bill one. */
	private static final int LAST_YEAR = 9999;

	private static final BillCursor BEGINNING = new BillCursor(LocalDate.of(LAST_YEAR, 12, 31), "");

	/**
	 * Checks the place.
	 * @throws DateTimeException if no bill can have the date
	 */
	BillCursor {
		if (payBy.getYear() < 1 || payBy.getYear() > LAST_YEAR) {
			throw new DateTimeException("No bill is to be paid by " + payBy);
		}
	}

	static BillCursor read(@Nullable String text) {
		return Cursor
			.read(text, (parts) -> new BillCursor(LocalDate.parse(parts.get(0)), new BillNumber(parts.get(1)).value()))
			.orElse(BEGINNING);
	}

	String text() {
		return Cursor.of(this.payBy, this.billNumber).text();
	}

}

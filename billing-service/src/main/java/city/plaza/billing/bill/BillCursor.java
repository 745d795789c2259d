package city.plaza.billing.bill;

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

	private static final BillCursor BEGINNING = new BillCursor(LocalDate.of(9999, 12, 31), "");

	static BillCursor read(@Nullable String text) {
		return Cursor
			.read(text, (parts) -> new BillCursor(LocalDate.parse(parts.get(0)), new BillNumber(parts.get(1)).value()))
			.orElse(BEGINNING);
	}

	String text() {
		return Cursor.of(this.payBy, this.billNumber).text();
	}

}

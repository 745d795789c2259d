package city.plaza.billing.bill;

import city.plaza.billing.ledger.BillNumber;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Where a page of bills ended: the next one begins behind this bill.
 *
 * @param payBy of the last bill shown
 * @param billNumber of the last bill shown; empty at the beginning
 */
record BillCursor(LocalDate payBy, String billNumber) {

	private static final BillCursor BEGINNING = new BillCursor(LocalDate.of(9999, 12, 31), "");

	static BillCursor read(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return BEGINNING;
		}
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			int colon = plain.indexOf(':');
			return new BillCursor(LocalDate.ofEpochDay(Integer.parseInt(plain.substring(0, Math.max(colon, 0)))),
					new BillNumber(plain.substring(colon + 1)).value());
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-cursor",
						"The cursor must be the \"next\" of an earlier answer.")
				.field("cursor")
				.asException();
		}
	}

	String text() {
		String plain = this.payBy.toEpochDay() + ":" + this.billNumber;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}

package city.plaza.client;

import java.time.LocalDate;
import java.util.List;

/** A bill with its charges. */
public record Bill(String billNumber, String customerNumber, String billType, int billYear, LocalDate issuedOn,
		LocalDate payBy, Money totalUnpaid, Money balanceDue, boolean pendingWebPayment, List<Charge> charges) {

	/** A line of a bill. */
	public record Charge(int line, String description, Money amount) {
	}

}

package city.plaza.billing.bill;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The order of a list of bills. Each ends with the bill number, so that no two bills have
 * the same place and a page never shares one with the next.
 */
enum BillOrder {

	LATEST_PAY_BY("-pay-by", "pay_by desc, bill_number"),

	EARLIEST_PAY_BY("pay-by", "pay_by, bill_number"),

	// 9 before 10, as people count: cities write numbers without leading zeros, too.
	BILL_NUMBER("bill-number", "length(bill_number), bill_number"),

	LAST_BILL_NUMBER("-bill-number", "length(bill_number) desc, bill_number desc"),

	LEAST_UNPAID("total-unpaid", "total_unpaid, pay_by desc, bill_number"),

	MOST_UNPAID("-total-unpaid", "total_unpaid desc, pay_by desc, bill_number"),

	LEAST_DUE("balance-due", "total_unpaid + coalesce(accrued, 0), pay_by desc, bill_number"),

	MOST_DUE("-balance-due", "total_unpaid + coalesce(accrued, 0) desc, pay_by desc, bill_number");

	private final String code;

	private final String columns;

	BillOrder(String code, String columns) {
		this.code = code;
		this.columns = columns;
	}

	/** As the API writes it: the field, with a minus where the largest comes first. */
	String code() {
		return this.code;
	}

	/** What the statement of the list is ordered by. */
	String columns() {
		return this.columns;
	}

	/** Whether a cursor can say where a page ended. */
	boolean hasCursor() {
		return this == LATEST_PAY_BY;
	}

	/**
	 * Whether what has accrued decides it: only the service can compute that.
	 */
	boolean isByAccrued() {
		return this == LEAST_DUE || this == MOST_DUE;
	}

	/** Whether the days to pay by decide it. */
	boolean isByPayBy() {
		return this == LATEST_PAY_BY || this == EARLIEST_PAY_BY;
	}

	/** The same from its end; of those that are not by what has accrued. */
	String reversed() {
		return Arrays.stream(this.columns.split(", "))
			.map((column) -> column.endsWith(" desc") ? column.substring(0, column.length() - " desc".length())
					: column + " desc")
			.collect(Collectors.joining(", "));
	}

	/** The same by what is unpaid alone. */
	BillOrder withoutAccrued() {
		return switch (this) {
			case LEAST_DUE -> LEAST_UNPAID;
			case MOST_DUE -> MOST_UNPAID;
			default -> this;
		};
	}

	static Optional<BillOrder> of(String code) {
		return Arrays.stream(values()).filter((order) -> order.code.equals(code)).findFirst();
	}

}

package city.plaza.billing.finance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.Bill;
import city.plaza.billing.ledger.Bill.Charge;
import city.plaza.billing.customer.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** The rows of one bill: all of them good, or none taken. */
class BillRows {

	private static final int LONGEST_NUMBER = 40;

	private static final int LAST_LINE = 9999;

	private final List<RowReader> readers;

	private final String currency;

	private final Set<Integer> lines = new HashSet<>();

	BillRows(List<Row> rows, String currency) {
		this.readers = rows.stream().map((row) -> new RowReader(ImportKind.BILLS, row, currency)).toList();
		this.currency = currency;
	}

	/** The bill, or null where a row is bad; then every row is rejected. */
	@Nullable Bill read(Report report) {
		Head head = head(this.readers.getFirst());
		this.readers.stream().skip(1).forEach((reader) -> checkSame(head(reader), head, reader));
		List<Charge> charges = this.readers.stream().map(this::charge).toList();
		if (this.readers.stream().allMatch(RowReader::isGood)) {
			checkTotal(charges);
		}
		if (this.readers.stream().allMatch(RowReader::isGood)) {
			return new Bill(new BillNumber(head.number), new CustomerNumber(head.customer), new BillTypeCode(head.type),
					head.year, head.issuedOn, head.payBy, this.currency, charges);
		}
		reject(report);
		return null;
	}

	/** Rejects all rows, the first for this reason. */
	void reject(String field, RowErrorCode code, List<String> expected, Report report) {
		this.readers.getFirst().wrong(field, code, expected.toArray(String[]::new));
		reject(report);
	}

	int count() {
		return this.readers.size();
	}

	private void reject(Report report) {
		for (RowReader reader : this.readers) {
			if (reader.isGood()) {
				reader.wrong(RowError.WHOLE_ROW, RowErrorCode.BILL_HAS_BAD_ROW);
			}
			report.reject(reader.errors());
		}
	}

	private static void checkSame(Head head, Head first, RowReader reader) {
		if (reader.isGood() && !head.equals(first)) {
			reader.wrong(RowError.WHOLE_ROW, RowErrorCode.BILL_ROWS_DIFFER);
		}
	}

	private Charge charge(RowReader reader) {
		int line = reader.number("line", 1, LAST_LINE);
		if (!this.lines.add(line)) {
			reader.wrong("line", RowErrorCode.DUPLICATE_ROW);
		}
		return new Charge(line, reader.required("description", 200), reader.amount("amount"));
	}

	private void checkTotal(List<Charge> charges) {
		if (charges.stream().mapToLong(Charge::amount).sum() < 0) {
			this.readers.getLast().wrong("amount", RowErrorCode.TOTAL_BELOW_ZERO);
		}
	}

	private static Head head(RowReader reader) {
		Head head = new Head(reader.newNumber("bill_number", LONGEST_NUMBER),
				reader.required("customer_number", LONGEST_NUMBER), reader.required("bill_type", LONGEST_NUMBER),
				reader.number("bill_year", 1900, 2999), reader.date("issued_on"), reader.date("pay_by"));
		if (reader.isGood() && head.payBy.isBefore(head.issuedOn)) {
			reader.wrong("pay_by", RowErrorCode.PAY_BY_BEFORE_ISSUE, head.issuedOn.toString());
		}
		return head;
	}

	private record Head(String number, String customer, String type, int year, LocalDate issuedOn, LocalDate payBy) {
	}

}

package city.plaza.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Files of finance that are drawn: bills of two customers, other charges and another
 * customer for some of them, postings, adjustments and reversals in no order of their
 * days. Some rows are refused, such as what is more than what is unpaid.
 */
public final class DrawnFiles {

	private static final String ADJUSTMENTS = "adjustment_reference,kind,bill_number,effective_on,amount,currency,"
			+ "reverses,reason\n";

	/** Of the first nothing accrues, of each other something else. */
	public static final List<String> TYPES = List.of("CLAIMS", "LICENSE", "RENTAL", "TREES");

	private static final List<String> KINDS = List.of("adjustment", "waiver", "interest", "penalty", "fee");

	private final TestLedger ledger;

	private final Random random;

	private final LocalDate first;

	private final String customer;

	private final String other;

	private final List<String> bills = new ArrayList<>();

	private final List<String> postings = new ArrayList<>();

	/**
	 * Two new customers without bills.
	 * @param first the day from which on things happen; the last is 200 days later
	 */
	public DrawnFiles(TestLedger ledger, Random random, LocalDate first) {
		this.ledger = ledger;
		this.random = random;
		this.first = first;
		this.customer = ledger.customer();
		this.other = ledger.customer();
	}

	/** Who has most of the bills. */
	public String customer() {
		return this.customer;
	}

	/** Who has few. */
	public String other() {
		return this.other;
	}

	/** A day on which something may have happened. */
	public LocalDate day() {
		return this.first.plusDays(this.random.nextInt(200));
	}

	/** One of a list. */
	public <T> T drawn(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	/** Imports a file of any kind. */
	public void importSomething() {
		switch (this.random.nextInt(5)) {
			case 0 -> importBills(1 + this.random.nextInt(6));
			case 1 -> replaceBills();
			case 2, 3 -> post();
			default -> adjust();
		}
	}

	/** Imports new bills. */
	public void importBills(int count) {
		StringBuilder file = new StringBuilder(TestLedger.BILLS);
		for (int at = 0; at < count; at++) {
			String number = TestLedger.newNumber() + "X".repeat(this.random.nextInt(2));
			this.bills.add(number);
			file.append(rows(number, this.customer));
		}
		this.ledger.good("bills", file.toString());
	}

	/** Those with entries are refused. */
	private void replaceBills() {
		StringBuilder file = new StringBuilder(TestLedger.BILLS);
		this.random.ints(0, this.bills.size())
			.distinct()
			.limit(5)
			.forEach((at) -> file
				.append(rows(this.bills.get(at), this.random.nextBoolean() ? this.customer : this.other)));
		this.ledger.bring("bills", file.toString());
	}

	private String rows(String number, String owner) {
		LocalDate issued = this.first.plusDays(this.random.nextInt(100));
		StringBuilder rows = new StringBuilder();
		int lines = 1 + this.random.nextInt(3);
		String head = "%s,%s,%s,%d,%s,%s,USD".formatted(number, owner, drawn(TYPES), 2014 + this.random.nextInt(8),
				issued, issued.plusDays(this.random.nextInt(60)));
		for (int line = 1; line <= lines; line++) {
			rows.append("%s,%d,LINE,%d.%02d\n".formatted(head, line, this.random.nextInt(4), this.random.nextInt(100)));
		}
		return rows.toString();
	}

	private void post() {
		StringBuilder file = new StringBuilder(TestLedger.POSTINGS);
		for (int at = 0; at < 12; at++) {
			String reference = TestLedger.newNumber();
			String bill = drawn(this.bills);
			String amount = "%d.%02d".formatted(this.random.nextInt(5), this.random.nextInt(100));
			this.postings.add(String.join(",", reference, bill, amount));
			file.append("%s,,%s,%s,%s,USD\n".formatted(reference, bill, day(), amount));
		}
		this.ledger.bring("postings", file.toString());
	}

	private void adjust() {
		StringBuilder file = new StringBuilder(ADJUSTMENTS);
		for (int at = 0; at < 8; at++) {
			String kind = drawn(KINDS);
			String sign = (kind.equals("waiver") || (kind.equals("adjustment") && this.random.nextBoolean())) ? "-"
					: "";
			file.append("%s,%s,%s,%s,%s%d.%02d,USD,,as agreed\n".formatted(TestLedger.newNumber(), kind,
					drawn(this.bills), day(), sign, this.random.nextInt(3), this.random.nextInt(100)));
		}
		if (!this.postings.isEmpty()) {
			String[] posting = drawn(this.postings).split(",", -1);
			file.append("%s,reversal,%s,%s,%s,USD,%s,returned\n".formatted(TestLedger.newNumber(), posting[1], day(),
					posting[2], posting[0]));
		}
		this.ledger.bring("adjustments", file.toString());
	}

}

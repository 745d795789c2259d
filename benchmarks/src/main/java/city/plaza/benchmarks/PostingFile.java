package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.benchmarks.suite.BillTable;

/** Postings of a cent each, as the file that finance imports. */
final class PostingFile {

	private static final String COLUMNS = "posting_reference,payment_reference,bill_number,posted_on,amount,currency\n";

	/**
	 * The others may be paid, see {@code PaymentHistory}: their postings are rejected.
	 */
	private static final int OPEN_BILLS = 8;

	/** A prime: what follows each other is of bills far from each other. */
	private static final long STRIDE = 7_919;

	private PostingFile() {
	}

	/**
	 * A file of which no other has a reference.
	 * @param number of the file
	 * @param customers of the table of bills; each row is of another one while there are
	 * enough
	 */
	static byte[] csv(int number, int rows, int customers) {
		return IntStream.range(0, rows)
			.mapToObj((row) -> "BENCH-%d-%d,,%s,2026-01-05,0.01,USD\n".formatted(number, row,
					bill(number * (long) rows + row, customers)))
			.collect(Collectors.joining("", COLUMNS, ""))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** The next customer, and a bill of another year than that of the one before. */
	private static String bill(long index, int customers) {
		return BillTable.bill((int) (index * STRIDE % customers), (int) ((index / customers + index) % OPEN_BILLS));
	}

}
